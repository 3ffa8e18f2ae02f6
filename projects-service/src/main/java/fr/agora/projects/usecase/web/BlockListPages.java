package fr.agora.projects.usecase.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.ui.Form;
import fr.agora.platform.ui.Page;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.Slice;
import fr.agora.projects.usecase.BlockAccess;
import fr.agora.projects.usecase.BlockFilter;
import fr.agora.projects.usecase.BlockKind;
import fr.agora.projects.usecase.Blocks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All bricks there are to take, with filters. */
@Controller
class BlockListPages {

    private static final int ROWS = 18;

    private final Blocks blocks;

    BlockListPages(Blocks blocks) {
        this.blocks = blocks;
    }

    @GetMapping("/briques")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable BlockKind kind,
            @RequestParam(required = false) @Nullable BlockAccess access,
            @RequestParam(required = false) @Nullable String licence,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String cursor,
            Optional<CurrentUser> reader,
            Page page,
            Model model) {
        BlockFilter filter = new BlockFilter(q, kind, access, licence, theme);
        Slice<Blocks.Placed> found = blocks.listed(filter, reader.isPresent(), new Paging(ROWS, cursor));
        model.addAttribute(
                "list",
                new BlockListPage(
                        found.map(each -> BlockCard.of(each.block(), page)).items(),
                        Form.of(chosen(filter)),
                        !filter.isEmpty(),
                        Choices.kinds(page),
                        Choices.accesses(page),
                        Choices.themes(page),
                        found.next() == null ? null : page.here("cursor", found.next()),
                        cursor == null ? null : page.here()));
        return "usecases/bricks";
    }

    private static Map<String, Object> chosen(BlockFilter filter) {
        Map<String, Object> values = new HashMap<>();
        put(values, "q", filter.q());
        put(values, "kind", filter.kind());
        put(values, "access", filter.access());
        put(values, "licence", filter.licence());
        put(values, "theme", filter.theme());
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
