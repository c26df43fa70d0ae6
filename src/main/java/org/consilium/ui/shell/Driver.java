package org.consilium.ui.shell;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.consilium.job.Progress;
import org.consilium.ui.common.ByPulse;
import org.consilium.ui.common.Views;

/** Uses a window as a person does, from another thread than the window's. */
final class Driver {
    private static final long PATIENCE = Duration.ofMinutes(10).toNanos();
    private static final long PAUSE_MILLIS = 10;
    private static final int PULSES = 3;

    private final Scene scene;
    private final Progress progress;

    Driver(Scene scene, Progress progress) {
        this.scene = scene;
        this.progress = progress;
    }

    /** Runs something on the window's thread and waits for it. */
    static <T> T on(Callable<T> action) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Views.onUi(() -> {
            try {
                done.complete(action.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Waits until something is so; what is named in the failure if it never is. */
    void until(String what, Callable<Boolean> condition) throws Exception {
        long begun = System.nanoTime();
        while (!on(condition)) {
            progress.checkCancelled();
            if (System.nanoTime() - begun > PATIENCE) {
                throw new IllegalStateException("The tour waited in vain for " + what + ".");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** Whether something is on the screen now. */
    boolean shows(String selector) throws Exception {
        return on(() -> isReady(selector));
    }

    /** Waits until a control can be used. */
    void ready(String selector) throws Exception {
        until(selector, () -> isReady(selector));
    }

    private boolean isReady(String selector) {
        Node node = scene.getRoot().lookup(selector);
        return node != null && !node.isDisabled() && isShown(node);
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Waits for a label to say something of a kind. */
    void says(String selector, Predicate<String> words) throws Exception {
        until(
                selector,
                () ->
                        scene.getRoot().lookup(selector) instanceof Labeled label
                                && isShown(label)
                                && words.test(label.getText()));
    }

    /** Presses a button once it can be pressed. */
    void press(String selector) throws Exception {
        ready(selector);
        on(() -> {
            if (scene.getRoot().lookup(selector) instanceof ButtonBase button) {
                button.fire();
            }
            return true;
        });
    }

    /** Types a key where the keys go now. */
    void key(KeyCode code) throws Exception {
        until("the keys", () -> scene.getFocusOwner() != null);
        on(() -> {
            KeyEvent event =
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
            scene.getFocusOwner().fireEvent(event);
            return true;
        });
    }

    /** Waits until the keys go to a control. */
    void focused(String selector) throws Exception {
        until(
                selector + " to have the keys",
                () -> scene.getRoot().lookup(selector) instanceof Node node && node.isFocused());
    }

    /** Replaces what stands in a field. */
    void type(String selector, String words) throws Exception {
        TextField field = find(selector, TextField.class);
        on(() -> {
            field.setText(words);
            return true;
        });
    }

    /** Selects a row. */
    static void choose(ListView<?> list, int index) throws Exception {
        on(() -> {
            list.getSelectionModel().select(index);
            return true;
        });
    }

    /** A control, once it can be used. */
    <T extends Node> T find(String selector, Class<T> type) throws Exception {
        ready(selector);
        return type.cast(on(() -> scene.getRoot().lookup(selector)));
    }

    /** Scrolls what holds a control so that it is seen; on the window's thread. */
    void scrollTo(String selector) {
        Node node = scene.getRoot().lookup(selector);
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof ScrollPane scroll && scroll.getContent() != null) {
                double top = scroll.getContent().sceneToLocal(node.localToScene(0, 0)).getY();
                double room =
                        scroll.getContent().getBoundsInLocal().getHeight()
                                - scroll.getViewportBounds().getHeight();
                scroll.setVvalue(room <= 0 ? 0 : Math.min(1, top / room));
                return;
            }
        }
    }

    /** The window as it is now, after what is under way. */
    Image picture() throws Exception {
        settle();
        return on(() -> scene.snapshot(null));
    }

    /** Waits until the window is laid out. */
    void settle() throws Exception {
        until("what is filled in pieces", () -> !ByPulse.isAtWork(scene.getRoot()));
        // more than once: what is asked for in one pulse is laid out in the next
        for (int pulse = 0; pulse < PULSES; pulse++) {
            CompletableFuture<Boolean> laidOut = new CompletableFuture<>();
            Runnable listener = () -> laidOut.complete(true);
            on(() -> {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                scene.addPostLayoutPulseListener(listener);
                Views.nextPulse();
                return true;
            });
            laidOut.completeOnTimeout(false, PATIENCE, TimeUnit.NANOSECONDS).get();
            on(() -> {
                scene.removePostLayoutPulseListener(listener);
                return true;
            });
        }
    }
}
