package fr.agora.directory.reference;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.agora.directory.DirectoryTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DirectoryTest
class TerritoryApiTests {

    private static final String PATH = "/api/directory/territories";

    @Autowired
    private MockMvc mvc;

    @Test
    void aFewLettersFindTheDepartmentThenItsCommunes() throws Exception {
        mvc.perform(get(PATH).queryParam("q", "ardèche"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].code").value("DEP-07"))
                .andExpect(jsonPath("$.items[0].kind").value("DEPARTMENT"))
                .andExpect(jsonPath("$.items[0].parents[0].code").value("REG-84"));
        mvc.perform(get(PATH).queryParam("q", "07000").queryParam("size", "1"))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].code").value("COM-07186"))
                .andExpect(jsonPath("$.items[0].parents[0].code").value("DEP-07"));
    }

    @Test
    void aTerritoryTellsHowFarItIs() throws Exception {
        mvc.perform(get(PATH + "/COM-07186").queryParam("from", "COM-26362"))
                .andExpect(jsonPath("$.label").value("Privas"))
                .andExpect(jsonPath("$.distanceKm").value(org.hamcrest.Matchers.closeTo(31, 3)));
        mvc.perform(get(PATH + "/COM-99999")).andExpect(status().isNotFound());
        mvc.perform(get(PATH + "/COM-07186").queryParam("from", "COM-99999")).andExpect(status().isBadRequest());
        mvc.perform(get(PATH).queryParam("size", "1000000")).andExpect(status().isBadRequest());
    }
}
