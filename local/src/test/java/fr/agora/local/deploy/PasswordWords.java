package fr.agora.local.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** infra/keycloak/password-words.txt, and the passwords its words are dressed up to. */
final class PasswordWords {

    /** What is shorter the realm refuses by its length. */
    private static final int SHORTEST = 12;

    private static final List<Map<Character, Character>> DRESSES = List.of(
            Map.of('a', '@'),
            Map.of('o', '0'),
            Map.of('e', '3'),
            Map.of('a', '@', 'o', '0'),
            Map.of('a', '4', 'e', '3', 'i', '1', 'o', '0'));

    private final Map<String, List<String>> groups = new TreeMap<>();

    PasswordWords(Path file) throws IOException {
        List<String> group = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("[")) {
                group = groups.computeIfAbsent(line.substring(1).split("[:\\]]")[0], name -> new ArrayList<>());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                group.add(line);
            }
        }
    }

    private List<String> words() {
        return Stream.of("telling", "common")
                .flatMap(name -> groups.get(name).stream())
                .toList();
    }

    /** In small letters, as Keycloak compares. */
    TreeSet<String> passwords() {
        TreeSet<String> passwords = new TreeSet<>(groups.get("whole"));
        for (String word : words()) {
            passwords.addAll(List.of(word + word, word + "-" + word, word + word + word));
            for (String after : groups.get("after")) {
                passwords.addAll(List.of(word + after, word + "-" + after, after + word));
                DRESSES.forEach(dress -> passwords.add(wearing(dress, word) + after));
            }
            for (String before : groups.get("before")) {
                passwords.add(before + word);
                groups.get("after").forEach(after -> passwords.add(before + word + after));
            }
        }
        for (String word : groups.get("telling")) {
            groups.get("telling").forEach(other -> passwords.addAll(List.of(word + other, word + "-" + other)));
        }
        for (char letter : "abcdefghijklmnopqrstuvwxyz0123456789".toCharArray()) {
            for (int length = SHORTEST; length <= 20; length++) {
                passwords.add(String.valueOf(letter).repeat(length));
            }
        }
        passwords.removeIf(password -> password.length() < SHORTEST);
        return passwords;
    }

    private static String wearing(Map<Character, Character> dress, String word) {
        StringBuilder worn = new StringBuilder();
        for (char letter : word.toCharArray()) {
            worn.append((char) dress.getOrDefault(letter, letter));
        }
        return worn.toString();
    }
}
