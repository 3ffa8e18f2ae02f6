package fr.agora.platform.messaging.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import fr.agora.platform.messaging.FactType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of the contracts on the class path, read as their owner must read them: no field they do not name. */
final class ContractSchemas {

    static final JsonMapper JSON = JsonMapper.shared();

    private ContractSchemas() {}

    static List<String> errors(FactType type, JsonNode data) {
        return schema(type).validate(data).stream().map(Error::toString).toList();
    }

    private static Schema schema(FactType type) {
        var path = "/contracts/%s/%s/v%d.schema.json".formatted(type.owner(), type.fact(), type.version());
        try (var content = ContractSchemas.class.getResourceAsStream(path)) {
            if (content == null) {
                throw new AssertionError("No schema on the class path: " + path);
            }
            var schema = JSON.readTree(content);
            close(schema);
            return SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12,
                            registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .build()))
                    .getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A consumer ignores what it does not know; an owner that sends it has misspelt something. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(ContractSchemas::close);
    }
}
