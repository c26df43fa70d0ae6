package org.consilium.ui.shell;

/** Takes a picture of the tour. */
@FunctionalInterface
interface Step {
    void take(String name) throws Exception;
}
