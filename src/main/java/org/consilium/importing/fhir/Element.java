package org.consilium.importing.fhir;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * An element of a resource: an object with named parts, an array of parts, or a value. One class
 * for all of them, since a program that was just started has to compile whatever looks at it: a
 * tree of Jackson's, with a class a kind and a hash table an object, costs more of that than of
 * reading. Filled by one thread, then not changed.
 */
final class Element implements Iterable<Element> {
    static final Element MISSING = new Element(Kind.MISSING, null, 0);
    static final Element NULL = new Element(Kind.NULL, null, 0);
    static final Element TRUE = new Element(Kind.TRUTH, "true", 1);
    static final Element FALSE = new Element(Kind.TRUTH, "false", 0);

    /** From here on looking a name up is faster than going through all. */
    private static final int MANY = 64;

    private static final String[] NO_NAMES = {};
    private static final Element[] NO_PARTS = {};

    private enum Kind {
        MISSING,
        NULL,
        OBJECT,
        ARRAY,
        TEXT,
        WHOLE,
        DECIMAL,
        TRUTH
    }

    private final Kind kind;
    private final @Nullable String text;
    private final long bits;
    private String[] names = NO_NAMES;
    private Element[] parts = NO_PARTS;
    private @Nullable Map<String, Integer> places;
    private int size;

    private Element(Kind kind, @Nullable String text, long bits) {
        this.kind = kind;
        this.text = text;
        this.bits = bits;
    }

    static Element object() {
        return new Element(Kind.OBJECT, null, 0);
    }

    static Element array() {
        return new Element(Kind.ARRAY, null, 0);
    }

    static Element of(String text) {
        String bare = text.strip();
        return new Element(Kind.TEXT, bare.isEmpty() ? null : bare, 0);
    }

    static Element of(long number) {
        return new Element(Kind.WHOLE, null, number);
    }

    static Element of(double number) {
        return new Element(Kind.DECIMAL, null, Double.doubleToRawLongBits(number));
    }

    /** Of an object; to be called once a name. */
    void add(String name, Element part) {
        if (size == names.length) {
            names = Arrays.copyOf(names, Math.max(4, 2 * size));
        }
        names[size] = name;
        if (size >= MANY) {
            index().put(name, size);
        }
        add(part);
    }

    /** Of an array. */
    void add(Element part) {
        if (size == parts.length) {
            parts = Arrays.copyOf(parts, Math.max(4, 2 * size));
        }
        parts[size++] = part;
    }

    private Map<String, Integer> index() {
        Map<String, Integer> index = places;
        if (index == null) {
            index = new HashMap<>();
            for (int i = 0; i < size; i++) {
                index.put(names[i], i);
            }
            places = index;
        }
        return index;
    }

    /** Of an object, in the place of what has that name. */
    void set(String name, Element part) {
        int at = place(name);
        if (at < 0) {
            add(name, part);
        } else {
            parts[at] = part;
        }
    }

    /** A copy of an object without one of its parts. */
    Element without(String name) {
        Element copy = object();
        for (int i = 0; i < size; i++) {
            if (!names[i].equals(name)) {
                copy.add(names[i], parts[i]);
            }
        }
        return copy;
    }

    private int place(String name) {
        if (size > MANY && kind == Kind.OBJECT) {
            return index().getOrDefault(name, -1);
        }
        return kind == Kind.OBJECT ? place(name, 0) : -1;
    }

    /** Calls itself, since a loop would be compiled into everything that looks a part up. */
    private int place(String name, int from) {
        if (from == size) {
            return -1;
        }
        return names[from].equals(name) ? from : place(name, from + 1);
    }

    boolean has(String name) {
        return place(name) >= 0;
    }

    /** The part of that name; {@link #MISSING} where there is none. */
    Element path(String name) {
        int at = place(name);
        return at < 0 ? MISSING : parts[at];
    }

    /** The first part of an array; {@link #MISSING} where there is none. */
    Element first() {
        return kind == Kind.ARRAY && size > 0 ? parts[0] : MISSING;
    }

    /** Parts of an object or array. */
    int size() {
        return size;
    }

    boolean isMissing() {
        return kind == Kind.MISSING;
    }

    boolean isObject() {
        return kind == Kind.OBJECT;
    }

    /** Whether it can have parts. */
    boolean isContainer() {
        return kind == Kind.OBJECT || kind == Kind.ARRAY;
    }

    /** Whether it says that something is so. */
    boolean isTrue() {
        return kind == Kind.TEXT ? "true".equals(text) : kind != Kind.DECIMAL && bits != 0;
    }

    /** The value as a text, without blanks around it; null where there is none. */
    @Nullable String text() {
        return kind == Kind.WHOLE || kind == Kind.DECIMAL ? digits() : text;
    }

    private String digits() {
        return kind == Kind.WHOLE
                ? Long.toString(bits)
                : Double.toString(Double.longBitsToDouble(bits));
    }

    /** The text of the part of that name; null where there is none. */
    @Nullable String text(String name) {
        return path(name).text();
    }

    /** The number; null where it is none. */
    @Nullable Double number() {
        return switch (kind) {
            case WHOLE -> (double) bits;
            case DECIMAL -> Double.longBitsToDouble(bits);
            default -> null;
        };
    }

    /** Its parts, without their names. */
    @Override
    public Iterator<Element> iterator() {
        return new Parts();
    }

    private final class Parts implements Iterator<Element> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Element next() {
            if (next >= size) {
                throw new NoSuchElementException();
            }
            return parts[next++];
        }
    }
}
