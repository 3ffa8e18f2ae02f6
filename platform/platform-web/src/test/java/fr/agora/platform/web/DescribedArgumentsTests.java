package fr.agora.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

class DescribedArgumentsTests {

    private final DescribedArguments arguments = new DescribedArguments(() -> List.of(new PagingArgument()));

    @Test
    void aPartOfAListIsAskedForByItsSizeAndCursor() throws Exception {
        Operation operation = new Operation()
                .addParametersItem(new Parameter().name("paging"))
                .addParametersItem(new Parameter().name("q"));

        Operation described = arguments.customize(operation, method("list", Paging.class, String.class));

        assertThat(described.getParameters()).extracting(Parameter::getName).containsExactly("q", "size", "cursor");
        assertThat(described.getParameters().get(1).getSchema().getMaximum()).hasToString("100");
    }

    @Test
    void whatTheCallerSendsStaysAsItIs() throws Exception {
        Operation operation = new Operation().addParametersItem(new Parameter().name("q"));

        Operation described = arguments.customize(operation, method("find", String.class));

        assertThat(described.getParameters()).extracting(Parameter::getName).containsExactly("q");
    }

    private static HandlerMethod method(String name, Class<?>... types) throws NoSuchMethodException {
        return new HandlerMethod(new Lists(), name, types);
    }

    static final class Lists {

        public String list(Paging paging, @RequestParam String q) {
            return q + paging;
        }

        public String find(@RequestParam String q) {
            return q;
        }
    }
}
