package fr.agora.projects.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what the exported files are, as DCAT in JSON-LD. */
final class ExportNotice {

    private static final String FILES = "/api/projects/exports/";

    private final String publicUrl;

    ExportNotice(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    Map<String, Object> catalogue() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("dcat", "http://www.w3.org/ns/dcat#");
        context.put("dct", "http://purl.org/dc/terms/");
        Map<String, Object> catalogue = new LinkedHashMap<>();
        catalogue.put("@context", context);
        catalogue.put("@type", "dcat:Catalog");
        catalogue.put("dct:title", "Agora : cas d’usage et briques de la donnée publique");
        catalogue.put("dct:language", "fr");
        catalogue.put(
                "dcat:dataset",
                List.of(
                        dataset(
                                "Cas d’usage",
                                "Cas d’usage publiés et ouverts à tous, sans donnée personnelle.",
                                "use-cases"),
                        dataset("Briques", "Briques réutilisables de ces cas d’usage, avec leur licence.", "blocks")));
        return catalogue;
    }

    private Map<String, Object> dataset(String title, String description, String file) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("@type", "dcat:Dataset");
        dataset.put("dct:title", title);
        dataset.put("dct:description", description);
        dataset.put("dct:license", "https://spdx.org/licenses/etalab-2.0.html");
        dataset.put("dct:accrualPeriodicity", "http://publications.europa.eu/resource/authority/frequency/CONT");
        dataset.put(
                "dcat:distribution",
                List.of(distribution(file + ".csv", "text/csv"), distribution(file + ".json", "application/json")));
        return dataset;
    }

    private Map<String, Object> distribution(String file, String type) {
        Map<String, Object> distribution = new LinkedHashMap<>();
        distribution.put("@type", "dcat:Distribution");
        distribution.put("dcat:downloadURL", publicUrl + FILES + file);
        distribution.put("dcat:mediaType", type);
        return distribution;
    }
}
