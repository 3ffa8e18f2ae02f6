package fr.agora.local.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Runs another main class in a JVM that ends with its parent; the first argument names the class. It depends on nothing
 * but {@link Orphans}, so that both can be put before a foreign program's class path.
 */
public final class MainUntilOrphaned {
    private MainUntilOrphaned() {}

    public static void main(String[] arguments) throws Throwable {
        Orphans.endWithParent();
        try {
            Method main = Class.forName(arguments[0]).getMethod("main", String[].class);
            // OpenSearch's is a public method of a class that is not
            main.setAccessible(true);
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
