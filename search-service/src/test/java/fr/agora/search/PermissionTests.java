package fr.agora.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Every row of {@code permissions.tsv}, as a visitor, a member, a moderator and an administrator. */
class PermissionTests extends SearchTest {

    private static final List<@Nullable JwtFixture> ACCOUNTS = Arrays.asList(
            null,
            JwtFixture.member("membre"),
            JwtFixture.member("moderation").with(Role.MODERATOR),
            JwtFixture.member("administration").with(Role.ADMIN));

    @Test
    void eachAccountGetsWhatTheTableSays() throws Exception {
        var wrong = new ArrayList<String>();
        for (var row : rows()) {
            for (int account = 0; account < ACCOUNTS.size(); account++) {
                var status = status(row[0], row[1], ACCOUNTS.get(account));
                if (status != Integer.parseInt(row[2 + account])) {
                    wrong.add("%s %s account %d: %d".formatted(row[0], row[1], account, status));
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private int status(String method, String path, @Nullable JwtFixture user) throws Exception {
        var asked = request(HttpMethod.valueOf(method), path).header("X-Agora-Csrf", "jeton");
        if (!method.equals("GET")) {
            asked.param("_csrf", "jeton");
        }
        if (user != null) {
            asked.header("Authorization", user.bearer());
        }
        return mvc.perform(asked).andReturn().getResponse().getStatus();
    }

    private static List<String[]> rows() throws IOException {
        try (var file = Objects.requireNonNull(PermissionTests.class.getResourceAsStream("/permissions.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t"))
                    .toList();
        }
    }
}
