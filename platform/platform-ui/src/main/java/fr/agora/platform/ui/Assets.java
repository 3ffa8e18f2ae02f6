package fr.agora.platform.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Addresses of stylesheets, scripts and pictures; the path names the content, so browsers keep them for ever. */
final class Assets {

    private static final String ROOT = "/assets/" + version() + "/";

    private Assets() {}

    static String path(String name) {
        return ROOT + name;
    }

    private static String version() {
        try (InputStream file = Assets.class.getResourceAsStream("assets.properties")) {
            if (file == null) {
                throw new IllegalStateException("The assets were not built: run Maven, not the IDE, once");
            }
            Properties about = new Properties();
            about.load(file);
            return about.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
