package org.consilium.app;

import java.util.Map;
import org.consilium.cli.ConsiliumCommand;

/** Where the program starts: without a command the window, with one the command line. */
public final class Main {
    /** Read by DJL when it first loads a native library. */
    private static final String NATIVES = "DJL_CACHE_DIR";

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(System.getenv(), args));
    }

    static int run(Map<String, String> environment, String... args) {
        AppPaths paths = AppPaths.of(environment);
        stayOffTheNetwork();
        if (System.getProperty(NATIVES) == null && environment.get(NATIVES) == null) {
            System.setProperty(NATIVES, paths.cache().toString());
        }
        return new ConsiliumCommand(new AppGateway(paths), environment).run(args);
    }

    private static void stayOffTheNetwork() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
    }
}
