package fr.agora.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One version of a fact, in the folder it shares with the others. */
record ContractFolder(Path path, int version) {

    static final List<String> OWNERS = List.of("directory", "projects", "jobs", "search", "platform");
    static final YAMLMapper YAML = new YAMLMapper();
    static final JsonMapper JSON = JsonMapper.shared();

    private static final Pattern LATER = Pattern.compile("v([1-9]\\d*)\\.descriptor\\.yaml");

    static Stream<ContractFolder> all() throws IOException {
        var folders = Stream.<Path>builder();
        for (var owner : OWNERS) {
            try (var facts = Files.list(Path.of(owner))) {
                facts.forEach(folders);
            }
        }
        return folders.build()
                .sorted()
                .flatMap(folder -> versions(folder).map(version -> new ContractFolder(folder, version)));
    }

    private static Stream<Integer> versions(Path folder) {
        var names = List.of(Objects.requireNonNull(folder.toFile().list()));
        var later =
                names.stream().map(LATER::matcher).filter(Matcher::matches).map(name -> Integer.valueOf(name.group(1)));
        return Stream.concat(Stream.of(1).filter(first -> names.contains("descriptor.yaml")), later)
                .sorted();
    }

    String owner() {
        return path.getParent().toString();
    }

    String fact() {
        return path.getFileName().toString();
    }

    String type() {
        return "agora.%s.%s.v%d".formatted(owner(), fact(), version);
    }

    JsonNode descriptor() {
        return YAML.readTree(path.resolve(version == 1 ? "descriptor.yaml" : "v%d.descriptor.yaml".formatted(version)));
    }

    List<String> consumers() {
        return descriptor()
                .path("consumers")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    JsonNode schema() {
        return JSON.readTree(path.resolve("v%d.schema.json".formatted(version)));
    }

    JsonNode example(String name) {
        return JSON.readTree(path.resolve("examples/v%d/%s.json".formatted(version, name)));
    }

    List<Path> examples() throws IOException {
        try (var examples = Files.list(path.resolve("examples/v" + version))) {
            return examples.sorted().toList();
        }
    }

    @Override
    public String toString() {
        return type();
    }
}
