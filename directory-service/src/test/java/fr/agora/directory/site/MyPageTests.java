package fr.agora.directory.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import fr.agora.directory.World;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Where one's own page leads. */
@DirectoryTest
class MyPageTests {

    private static final String JOURNAL = "href=\"/journal\"";

    @Autowired
    private MockMvc mvc;

    @Test
    void anAdministratorFindsTheAuditTrailFromTheirPageAndNobodyElseIsShownIt() throws Exception {
        mvc.perform(get("/moi").header("Authorization", World.ADMIN))
                .andExpect(content().string(containsString(JOURNAL)));
        mvc.perform(get("/moi").header("Authorization", World.CLAIRE))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(JOURNAL))));

        mvc.perform(get("/journal").header("Authorization", World.ADMIN)).andExpect(redirectedUrl("/journal/annuaire"));
        mvc.perform(get("/journal/annuaire").header("Authorization", World.ADMIN))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Journal des actions")));
    }

    @Test
    void everybodyFindsTheirSessionsAndTheirPasswordFromTheirPageWithOrWithoutAProfile() throws Exception {
        for (String person : new String[] {World.CLAIRE, World.ADMIN}) {
            mvc.perform(get("/moi").header("Authorization", person))
                    .andExpect(content()
                            .string(containsString(
                                    "href=\"/auth/realms/agora/account/account-security/device-activity\"")))
                    .andExpect(content()
                            .string(containsString("href=\"/auth/realms/agora/account/account-security/signing-in\"")));
        }
    }

    @Test
    void theyLeadToTheLoginsOwnHostWhereItHasOne() {
        URI site = URI.create("https://agora.exemple");

        assertThat(new AccountPages(site, URI.create("https://connexion.agora.exemple/")).address())
                .isEqualTo("https://connexion.agora.exemple/auth/realms/agora/account");
        assertThat(new AccountPages(site, site).address()).isEqualTo("/auth/realms/agora/account");
    }
}
