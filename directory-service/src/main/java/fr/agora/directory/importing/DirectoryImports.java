package fr.agora.directory.importing;

import fr.agora.directory.member.MemberImport;
import fr.agora.directory.organization.OrganizationImport;
import fr.agora.directory.organization.Organizations;
import fr.agora.directory.reference.Communes;
import fr.agora.platform.web.CommonProblem;
import fr.agora.platform.web.CsvEntries;
import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.ImportEntries;
import fr.agora.platform.web.ImportEntry;
import fr.agora.platform.web.JsonEntries;
import fr.agora.platform.web.LineImporter;
import fr.agora.platform.web.NdjsonEntries;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.SpooledFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a file into entries in the import format, whatever it was. A file that can be read to its end is taken entry by
 * entry; one that is cut short, or no such format, is refused before anything of it is taken.
 */
@Component
@EnableConfigurationProperties(ImportSettings.class)
class DirectoryImports {

    private final OrganizationImport organizationImport;
    private final MemberImport memberImport;
    private final Organizations organizations;
    private final Communes communes;
    private final JsonMapper json;
    private final ImportSettings settings;

    DirectoryImports(
            OrganizationImport organizationImport,
            MemberImport memberImport,
            Organizations organizations,
            Communes communes,
            JsonMapper json,
            ImportSettings settings) {
        this.organizationImport = organizationImport;
        this.memberImport = memberImport;
        this.organizations = organizations;
        this.communes = communes;
        this.json = json;
        this.settings = settings;
    }

    /** Work on one entry, and the entries. */
    @FunctionalInterface
    interface Run<T> {
        T of(ImportEntries entries, LineImporter importer) throws IOException;
    }

    /** The largest file of a format: told early where the size is known early. */
    long bound(ImportFormat format) {
        return (format.isCompact() ? settings.maxCompact() : settings.maxJson()).toBytes();
    }

    SpooledFile spool(InputStream body) throws IOException {
        return SpooledFile.of(body, settings.maxJson().toBytes());
    }

    /** @param source origin of the lines, one by format if absent */
    <T> T run(ImportKind kind, ImportFormat format, @Nullable String source, SpooledFile file, Run<T> run)
            throws IOException {
        if (file.size() > bound(format)) {
            throw new ProblemException(CommonProblem.BODY_TOO_LARGE);
        }
        boolean fits = kind == ImportKind.ORGANIZATIONS ? format != ImportFormat.VCARD : format != ImportFormat.DILA;
        if (!fits) {
            throw ProblemException.invalidField("file", "import.other-kind");
        }
        String origin = Objects.requireNonNullElse(source, format.source());
        LineImporter importer = switch (kind) {
            case ORGANIZATIONS -> line -> organizationImport.importLine(line, origin);
            case MEMBERS -> line -> memberImport.importLine(line, origin);
        };
        return switch (format) {
            case NDJSON -> {
                try (InputStream in = file.open()) {
                    yield run.of(bounded(new NdjsonEntries(in, json)), importer);
                }
            }
            case JSON -> {
                var tooLong = JsonEntries.check(file.open(), null, json);
                try (JsonEntries entries = JsonEntries.of(file.open(), null, tooLong, json)) {
                    yield run.of(bounded(entries), importer);
                }
            }
            case CSV -> {
                try (InputStream in = file.open()) {
                    readToTheEnd(new CsvEntries(in));
                }
                try (InputStream in = file.open()) {
                    yield run.of(bounded(new CsvEntries(in)), importer);
                }
            }
            case DILA -> {
                DilaDirectory directory = DilaDirectory.read(file, json, communes);
                try (JsonEntries services = directory.services(file, json)) {
                    yield run.of(bounded(directory.entries(services)), importer);
                }
            }
            case VCARD -> {
                try (InputStream in = file.open()) {
                    yield run.of(bounded(new VcardEntries(in, new EmployersByName(organizations))), importer);
                }
            }
        };
    }

    private static void readToTheEnd(ImportEntries entries) throws IOException {
        while (entries.next() != null) {
            // only to learn whether it can be read at all
        }
    }

    private ImportEntries bounded(ImportEntries entries) {
        return new ImportEntries() {
            private long seen;

            @Override
            public @Nullable ImportEntry next() throws IOException {
                ImportEntry entry = seen > settings.maxLines() ? null : entries.next();
                if (entry != null && seen++ == settings.maxLines()) {
                    return new ImportEntry.Unreadable(
                            entry.line(), FieldProblem.of("file", "import.too-many-lines", settings.maxLines()));
                }
                return entry;
            }
        };
    }
}
