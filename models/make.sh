#!/usr/bin/env bash
# Makes the shipped base models again from nothing but Maven Central: generates the synthetic source populations, then
# encodes, trains and measures each model, one a seed. See README.md beside it. Populations and models that are there
# are not made again, so that a run that was stopped goes on where it was.
#   models/make.sh                          the models that ship: about two hours on two cores, 13 GB of memory, 6 GB of disk
#   models/make.sh --patients 60 --out DIR  a small trial of everything, in some minutes, that touches no shipped file
# Options: --patients N  living patients a population, instead of what synthea/populations.txt says
#          --seeds 1,2   seeds of split and training; the model of the first is kept
#          --data DIR    where the source populations are or go (target/source-population)
#          --out DIR     where the models, their cards and reports go (models); one that is there is kept: remove it to make it again
# MAKE_HEAP is the memory of the making (12g).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
data=$root/target/source-population
out=$here
seeds=1,2
patients=
while [ $# -gt 0 ]; do
    case $1 in
        --patients | --seeds | --data | --out) [ $# -gt 1 ] || { echo "$1 needs a value." >&2; exit 2; } ;;
        *) echo "Unknown option $1: see the head of $0." >&2; exit 2 ;;
    esac
    declare "${1#--}=$2"
    shift 2
done
mkdir -p "$data" "$out"
data=$(cd "$data" && pwd)
out=$(cd "$out" && pwd)
if [ -n "$patients" ] && [ "$out" = "$here" ]; then
    echo "A model of other patients is not the one that ships: name another folder with --out." >&2
    exit 2
fi

feature() { [ -x "$1/bin/java" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true; }

find_java() {
    local each version
    for each in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        version=$([ -n "$each" ] && feature "$each")
        if [ "${version:-0}" -ge 25 ]; then
            echo "$each/bin/java"
            return
        fi
    done
    echo "There is no JDK 25 here: install one (https://adoptium.net) and set JAVA_HOME to its folder." >&2
    return 1
}

# generate NAME STATE SEED PATIENTS TODAY: nothing to do where the same was generated before
generate() {
    local name=$1 state=$2 seed=$3 count=${patients:-$4} today=$5 folder=$data/$1
    local wanted="Synthea $synthea, $state, seed $seed, $count living patients, today $today, options $(cksum <"$here/synthea/synthea.properties" | cut -d" " -f1)"
    if [ "$(cat "$folder/population.txt" 2>/dev/null)" = "$wanted" ]; then
        echo "Source population $name is there." >&2
        return
    fi
    echo "Generating source population $name: $state, $count living patients." >&2
    rm -rf "$folder"
    mkdir -p "$folder"
    "$java" -Xmx5g -cp "$libraries" App -c "$here/synthea/synthea.properties" -p "$count" -s "$seed" -cs "$seed" \
        -r "$today" -e "$today" --exporter.baseDirectory="$folder" "$state" >"$folder/log.txt" 2>&1 </dev/null || {
        echo "Synthea failed: see $folder/log.txt." >&2
        return 1
    }
    echo "$wanted" >"$folder/population.txt"
}

java=$(find_java)
cd "$root"
mvn -q -B -ntp -DskipTests package </dev/null
mvn -q -B -ntp -f "$here/synthea/pom.xml" dependency:build-classpath -Dmdep.outputFile="$data/libraries.txt" </dev/null
libraries=$(cat "$data/libraries.txt")
synthea=$(sed -n 's/.*<artifactId>synthea<\/artifactId><version>\([^<]*\).*/\1/p' "$here/synthea/pom.xml")
sources=()
while read -r name state seed count today; do
    case $name in '' | '#'*) continue ;; esac
    generate "$name" "$state" "$seed" "$count" "$today"
    sources+=(--source "$data/$name/csv")
done <"$here/synthea/populations.txt"

while read -r name ages; do
    case $name in '' | '#'*) continue ;; esac
    if [ -e "$out/$name.consilium" ]; then
        echo "$name is there." >&2
        continue
    fi
    CONSILIUM_OPTS="-Xmx${MAKE_HEAP:-12g} ${CONSILIUM_OPTS:-}" JAVA_HOME=$(dirname "$(dirname "$java")") \
        target/consilium/bin/consilium base-model "${sources[@]}" --name "$name" --ages "$ages" \
        --population "Synthea $synthea, $(grep -c '^[^#]' "$here/synthea/populations.txt") states, ages $ages" \
        --seeds "$seeds" --out "$out" --report "$out/$name-evaluation.md" </dev/null
    echo "Made $out/$name.consilium, its card and $name-evaluation.md beside it." >&2
done <"$here/synthea/models.txt"
