package fr.agora.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every mapping of a running service as an anonymous visitor. A service extends it with its own context and lists
 * nothing: what is not in {@link PublicEndpoints} must ask for a login, so a new endpoint is closed or the test is red.
 */
public abstract class EveryEndpointIsProtectedTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Map<String, RequestMappingHandlerMapping> mappings;

    @Autowired
    private ObjectProvider<PublicEndpoints> opened;

    @Test
    void everyEndpointThatIsNotNamedPublicAsksForALogin() throws Exception {
        List<String> open = new ArrayList<>();
        int walked = 0;
        for (Call call : calls()) {
            if (isNamedPublic(call)) {
                continue;
            }
            walked++;
            MockHttpServletResponse answer =
                    mvc.perform(request(call.method(), call.path())).andReturn().getResponse();
            boolean asksForLogin = answer.getStatus() == 401
                    || answer.getStatus() == 403
                    || (answer.getStatus() == 302
                            && String.valueOf(answer.getHeader("Location")).startsWith("/connexion"));
            if (!asksForLogin) {
                open.add(call + " answered " + answer.getStatus());
            }
        }

        assertThat(open).isEmpty();
        assertThat(walked).as("closed endpoints walked").isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets",
                "/assets/",
                "/static/",
                "/css/",
                "/js/",
                "/webjars/",
                "/META-INF/resources/",
                "/public/"
            })
    void noFolderIsListed(String folder) throws Exception {
        String admin = JwtFixture.member("root").with(Role.ADMIN).bearer();

        MockHttpServletResponse answer = mvc.perform(
                        request(HttpMethod.GET, folder).header("Authorization", admin))
                .andReturn()
                .getResponse();

        if (folder.startsWith("/assets")) {
            assertThat(answer.getStatus()).isEqualTo(404);
        }
        if (answer.getStatus() != 404) {
            // a library of the tests brings a folder of that name: found, and nothing of it told
            assertThat(answer.getContentAsByteArray()).isEmpty();
        }
    }

    private List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        Collection<RequestMappingInfo> infos = mappings.values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .toList();
        for (RequestMappingInfo info : infos) {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            for (String pattern : info.getPatternValues()) {
                String path = pattern.replaceAll("\\{[^}]*}", "x").replace("**", "x");
                if (path.equals("/error")
                        || path.startsWith("/actuator")
                        || path.endsWith("openapi.json")
                        || path.contains("openapi.json.yaml")
                        || path.endsWith("openapi.yaml")) {
                    continue;
                }
                if (methods.isEmpty()) {
                    calls.add(new Call(HttpMethod.GET, path));
                }
                methods.forEach(method -> calls.add(new Call(method.asHttpMethod(), path)));
            }
        }
        return calls;
    }

    private boolean isNamedPublic(Call call) {
        MockHttpServletRequest asked = new MockHttpServletRequest(call.method().name(), call.path());
        return opened.stream()
                .flatMap(endpoints -> endpoints.endpoints().stream())
                .anyMatch(endpoint -> endpoint.matcher().matches(asked));
    }

    private record Call(HttpMethod method, String path) {}
}
