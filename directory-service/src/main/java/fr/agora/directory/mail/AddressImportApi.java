package fr.agora.directory.mail;

import fr.agora.platform.web.FieldProblem;
import fr.agora.platform.web.LineImport;
import fr.agora.platform.web.LineOutcome;
import fr.agora.platform.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Takes addresses of accounts that have not logged in yet; nothing gives any back. */
@RestController
@Tag(name = "Messages")
class AddressImportApi {

    private static final int LONGEST = 255;

    private final LineImport imports;
    private final ContactAddresses addresses;

    AddressImportApi(LineImport imports, ContactAddresses addresses) {
        this.imports = imports;
        this.addresses = addresses;
    }

    @PostMapping(path = "/api/directory/imports/addresses", consumes = LineImport.NDJSON, produces = LineImport.NDJSON)
    @Operation(
            summary = "Takes {compte, courriel}, one a line, for accounts nobody has logged in with (administrators)")
    void importLines(HttpServletRequest request, HttpServletResponse response) throws IOException {
        imports.run(request, response, this::importLine);
    }

    private LineOutcome importLine(ObjectNode line) {
        String account = line.path("compte").asString("").strip();
        String address = line.path("courriel").asString("").strip();
        List<FieldProblem> wrong = new ArrayList<>();
        if (account.isEmpty() || account.length() > LONGEST) {
            wrong.add(FieldProblem.of("compte", "field.required"));
        }
        if (address.length() > LONGEST || !ContactAddresses.isAddress(address)) {
            wrong.add(FieldProblem.of("courriel", "field.format"));
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.invalidFields(wrong);
        }
        return addresses.introduce(account, address)
                ? new LineOutcome.Created(account)
                : new LineOutcome.Unchanged(account);
    }
}
