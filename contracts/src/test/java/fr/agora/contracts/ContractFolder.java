package fr.agora.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One fact's folder. */
record ContractFolder(Path path) {

    static final List<String> OWNERS = List.of("directory", "projects", "jobs", "search", "platform");
    static final YAMLMapper YAML = new YAMLMapper();
    static final JsonMapper JSON = JsonMapper.shared();

    static Stream<ContractFolder> all() throws IOException {
        var folders = Stream.<Path>builder();
        for (var owner : OWNERS) {
            try (var facts = Files.list(Path.of(owner))) {
                facts.forEach(folders);
            }
        }
        return folders.build().sorted().map(ContractFolder::new);
    }

    String owner() {
        return path.getParent().toString();
    }

    String fact() {
        return path.getFileName().toString();
    }

    String type() {
        return "agora.%s.%s.v1".formatted(owner(), fact());
    }

    JsonNode descriptor() {
        return YAML.readTree(path.resolve("descriptor.yaml"));
    }

    JsonNode schema() {
        return JSON.readTree(path.resolve("v1.schema.json"));
    }

    List<Path> examples() throws IOException {
        try (var examples = Files.list(path.resolve("examples/v1"))) {
            return examples.sorted().toList();
        }
    }

    @Override
    public String toString() {
        return type();
    }
}
