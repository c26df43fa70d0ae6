package org.consilium.ui.shell;

import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The keys that work on every screen; the key sheet names them. */
final class WindowKeys {
    private WindowKeys() {}

    static void bind(Scene scene, Appearance appearance, Runnable sheet, Runnable back) {
        Map<KeyCombination, Runnable> keys = scene.getAccelerators();
        keys.put(new KeyCodeCombination(KeyCode.F1), sheet);
        keys.put(
                new KeyCodeCombination(KeyCode.F2),
                () -> appearance.show(appearance.themeProperty().get().next()));
        keys.put(new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN), back);
        keys.put(new KeyCodeCombination(KeyCode.F6), () -> WindowParts.move(scene, 1));
        keys.put(
                new KeyCodeCombination(KeyCode.F6, KeyCombination.SHIFT_DOWN),
                () -> WindowParts.move(scene, -1));
        WindowParts.watch(scene);
        for (KeyCode plus : new KeyCode[] {KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD}) {
            keys.put(shortcut(plus), () -> appearance.step(1));
        }
        // where plus is typed with Shift
        keys.put(
                new KeyCodeCombination(
                        KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                () -> appearance.step(1));
        for (KeyCode minus : new KeyCode[] {KeyCode.MINUS, KeyCode.SUBTRACT}) {
            keys.put(shortcut(minus), () -> appearance.step(-1));
        }
        for (KeyCode zero : new KeyCode[] {KeyCode.DIGIT0, KeyCode.NUMPAD0}) {
            keys.put(shortcut(zero), () -> appearance.resize(100));
        }
    }

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
