package fr.agora.platform.ui;

/**
 * One link of the main menu.
 *
 * @param label message key
 * @param path where it leads; the pages below it count as being there
 */
public record NavigationEntry(String label, String path) {

    boolean leadsTo(String current) {
        return path.equals("/") ? current.equals("/") : current.equals(path) || current.startsWith(path + "/");
    }
}
