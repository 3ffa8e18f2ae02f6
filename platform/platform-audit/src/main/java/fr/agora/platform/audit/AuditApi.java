package fr.agora.platform.audit;

import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail, for programs of the administrators. */
@RestController
@RequestMapping("/api/${agora.messaging.name}/admin/audit")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "Journal des actions")
class AuditApi {

    private final AuditEntries entries;
    private final ChainReading chain;

    AuditApi(AuditEntries entries, ChainReading chain) {
        this.entries = entries;
        this.chain = chain;
    }

    @GetMapping
    @Operation(summary = "Who did what and when, the newest first (administrators)")
    Slice<AuditEntry> list(
            @RequestParam @Nullable String account,
            @RequestParam @Nullable String item,
            @RequestParam @Nullable String operation,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            Paging paging) {
        return entries.list(new AuditQuestion(account, item, operation, from, to), paging);
    }

    @GetMapping("/verification")
    @Operation(summary = "Reads the whole chain again and says whether it was touched (administrators)")
    ChainReport verification() {
        return chain.read();
    }
}
