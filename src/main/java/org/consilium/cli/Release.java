package org.consilium.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Which Consilium this is, by the manifest of its library. */
final class Release implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version =
                Objects.requireNonNullElse(
                        Release.class.getPackage().getImplementationVersion(), "(development)");
        return new String[] {"Consilium " + version, "Java " + Runtime.version()};
    }
}
