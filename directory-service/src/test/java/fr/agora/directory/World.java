package fr.agora.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.agora.platform.security.JwtFixture;
import fr.agora.platform.security.Role;
import fr.agora.platform.web.LineImport;
import java.nio.charset.StandardCharsets;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.web.servlet.MockMvc;

/**
 * A small State: two ministries with what hangs on them, in Ardèche and around, and the people in it. Claire is AMDAC of
 * the ministry of ecology, Jean of the interior; nobody is a relay yet.
 */
public final class World {

    public static final String CLAIRE = JwtFixture.member("claire").bearer();
    public static final String JEAN = JwtFixture.member("jean").bearer();
    public static final String AMINA = JwtFixture.member("amina").bearer();
    public static final String MONIQUE = JwtFixture.member("monique").bearer();
    public static final String SOFIA =
            JwtFixture.member("sofia").with(Role.MODERATOR).bearer();
    public static final String ADMIN =
            JwtFixture.member("root").with(Role.ADMIN).bearer();

    private static final String ORGANIZATIONS = """
            {"id":"min-eco","nom":"Ministère de l’Écologie","sigle":"MECO","type":"ministere"}
            {"id":"min-int","nom":"Ministère de l’Intérieur","sigle":"MI","type":"ministere"}
            {"id":"dg-eau","nom":"Direction générale de l’eau","sigle":"DGO","type":"direction","parent_id":"min-eco"}
            {"id":"bureau-crues","nom":"Bureau des crues","type":"service","parent_id":"dg-eau"}
            {"id":"lab-eau","nom":"Datalab de l’eau","type":"datalab","parent_id":"dg-eau"}
            {"id":"operateur-eau","nom":"Agence de l’eau","type":"operateur","parent_id":"min-eco"}
            {"id":"ddt-07","nom":"Direction départementale des territoires de l’Ardèche","sigle":"DDT 07","type":"service-deconcentre","parent_id":"min-int","ids_tutelles":["min-eco"],"departement_code":"07","region_code":"84"}
            {"id":"subdivision-07","nom":"Subdivision de Privas","type":"service-deconcentre","parent_id":"ddt-07","departement_code":"07"}
            {"id":"dreal-84","nom":"DREAL Auvergne-Rhône-Alpes","type":"service-deconcentre","parent_id":"min-eco","region_code":"84"}
            {"id":"prefecture-84","nom":"Préfecture de région Auvergne-Rhône-Alpes","type":"service-deconcentre","parent_id":"min-int","region_code":"84"}
            {"id":"dg-police","nom":"Direction générale de la police","type":"direction","parent_id":"min-int","siret":"11000201100044"}
            {"id":"dinum","nom":"Direction interministérielle du numérique","sigle":"DINUM","type":"direction"}
            """;
    private static final String MEMBERS = """
            {"id":"m-claire","display_name":"Claire Fontaine","organisation_id":"min-eco","compte":"claire","visibility":"public"}
            {"id":"m-jean","display_name":"Jean Okonkwo","organisation_id":"min-int","compte":"jean","visibility":"agents"}
            {"id":"m-amina","display_name":"Amina Diallo","organisation_id":"ddt-07","compte":"amina","visibility":"agents"}
            {"id":"m-monique","display_name":"Monique Astier","organisation_id":"ddt-07","compte":"monique","visibility":"agents"}
            {"id":"m-paul","display_name":"Paul Discret","organisation_id":"dinum","visibility":"prive"}
            """;
    private static final String AMDACS = """
            {"id":"amdac-eco","role":"amdac","membre_id":"m-claire","organisation_id":"min-eco","debut":"2024-01-01"}
            {"id":"amdac-int","role":"amdac","membre_id":"m-jean","organisation_id":"min-int","debut":"2024-01-01"}
            """;

    private final MockMvc mvc;

    private World(MockMvc mvc) {
        this.mvc = mvc;
    }

    /** Empties the directory's store and fills it with this small State. */
    public static World in(MockMvc mvc, MongoTemplate store) throws Exception {
        for (String collection : store.getCollectionNames()) {
            store.remove(new Query(), collection);
        }
        World world = new World(mvc);
        world.imports("organizations", ORGANIZATIONS);
        world.imports("members", MEMBERS);
        world.imports("mandates", AMDACS);
        return world;
    }

    /** Every line must be taken. */
    public void imports(String kind, String lines) throws Exception {
        assertThat(report(kind, lines)).contains("\"refused\":0");
    }

    public String report(String kind, String lines) throws Exception {
        return mvc.perform(post("/api/directory/imports/" + kind)
                        .header("Authorization", ADMIN)
                        .contentType(LineImport.NDJSON)
                        .content(lines))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
