package fr.agora.directory.scim;

import fr.agora.directory.identity.Account;
import fr.agora.directory.identity.AccountRefused;
import fr.agora.directory.identity.AccountTaken;
import fr.agora.directory.identity.NewAccount;
import fr.agora.directory.identity.OrganizationAccounts;
import fr.agora.platform.security.Provisioner;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** The accounts of one administration, tended by its own directory (SCIM 2.0, RFC 7643 and 7644; ADR 0036). */
@RestController
@RequestMapping(path = ScimApi.ROOT, produces = ScimApi.SCIM)
class ScimApi {

    static final String ROOT = "/api/directory/scim/v2";
    static final String USERS = ROOT + "/Users";
    static final String SCIM = "application/scim+json";
    static final int MOST = 100;

    private static final Logger log = LoggerFactory.getLogger(ScimApi.class);

    private final OrganizationAccounts accounts;

    ScimApi(OrganizationAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/ServiceProviderConfig")
    Map<String, Object> config() {
        return ScimSelf.config();
    }

    @GetMapping("/ResourceTypes")
    ScimList<Map<String, Object>> types() {
        return ScimList.of(List.of(ScimSelf.userType()), 1, 1);
    }

    @GetMapping("/Schemas")
    ScimList<Map<String, Object>> schemas() {
        return ScimList.of(List.of(ScimSelf.userSchema()), 1, 1);
    }

    @GetMapping("/Users")
    ScimList<ScimUser> list(
            Authentication program,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(defaultValue = "1") int startIndex,
            @RequestParam(defaultValue = "" + MOST) int count) {
        String organization = organization(program);
        if (filter != null) {
            List<ScimUser> found = accounts.named(organization, ScimReading.userName(filter)).stream()
                    .map(ScimUser::of)
                    .toList();
            return ScimList.of(found, found.size(), 1);
        }
        // RFC 7644 takes what lies outside as the nearest inside
        int first = Math.max(startIndex, 1);
        int most = Math.clamp(count, 0, MOST);
        List<ScimUser> page = most == 0
                ? List.of()
                : accounts.list(organization, first - 1, most).stream()
                        .map(ScimUser::of)
                        .toList();
        return ScimList.of(page, accounts.count(organization), first);
    }

    @PostMapping(
            path = "/Users",
            consumes = {SCIM, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<ScimUser> create(Authentication program, @RequestBody JsonNode user) {
        String organization = organization(program);
        NewAccount asked = ScimReading.account(user);
        Account opened = accounts.open(organization, asked);
        log.info("An account is opened organization={} account={}", organization, opened.id());
        return ResponseEntity.created(URI.create(USERS + "/" + opened.id())).body(ScimUser.of(opened));
    }

    @GetMapping("/Users/{id}")
    ScimUser read(Authentication program, @PathVariable String id) {
        return accounts.find(organization(program), id).map(ScimUser::of).orElseThrow(ScimRefusal::absent);
    }

    @PatchMapping(
            path = "/Users/{id}",
            consumes = {SCIM, MediaType.APPLICATION_JSON_VALUE})
    ScimUser change(Authentication program, @PathVariable String id, @RequestBody JsonNode patch) {
        String organization = organization(program);
        boolean active = ScimReading.active(patch);
        Account changed = accounts.activate(organization, id, active).orElseThrow(ScimRefusal::absent);
        log.info("An account is set organization={} account={} active={}", organization, id, active);
        return ScimUser.of(changed);
    }

    private String organization(Authentication program) {
        if (!accounts.areTended()) {
            throw ScimRefusal.closed();
        }
        return Provisioner.of(program).organization();
    }

    @ExceptionHandler
    ResponseEntity<ScimError> refuse(ScimRefusal refusal) {
        return answer(refusal.status(), refusal.type(), String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ScimError> refuse(AccountTaken taken) {
        return refuse(ScimRefusal.taken());
    }

    @ExceptionHandler
    ResponseEntity<ScimError> refuse(AccountRefused refused) {
        return answer(HttpStatus.BAD_REQUEST, "invalidValue", "The identity server takes no such name or address");
    }

    @ExceptionHandler
    ResponseEntity<ScimError> refuse(RestClientException away) {
        log.warn("The identity server does not answer cause={}", away.getClass().getSimpleName());
        return answer(HttpStatus.SERVICE_UNAVAILABLE, null, "The identity server does not answer");
    }

    private static ResponseEntity<ScimError> answer(HttpStatus status, @Nullable String type, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(SCIM))
                .body(ScimError.of(status, type, detail));
    }
}
