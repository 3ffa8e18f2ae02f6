package fr.agora.projects.usecase.web;

import fr.agora.platform.security.CurrentUser;
import fr.agora.platform.web.Paging;
import fr.agora.platform.web.ProblemException;
import fr.agora.platform.web.Slice;
import fr.agora.projects.usecase.BlockAccess;
import fr.agora.projects.usecase.BlockFilter;
import fr.agora.projects.usecase.BlockKind;
import fr.agora.projects.usecase.Blocks;
import fr.agora.projects.usecase.UseCase;
import fr.agora.projects.usecase.UseCaseWriting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bricks for programs; they are written inside their use case. */
@Tag(name = "blocks")
@RestController
@RequestMapping("/api/projects/blocks")
class BlockApi {

    private final Blocks blocks;
    private final UseCaseWriting writing;

    BlockApi(Blocks blocks, UseCaseWriting writing) {
        this.blocks = blocks;
        this.writing = writing;
    }

    @Operation(summary = "Bricks of published use cases, those of the latest use case first")
    @GetMapping
    Slice<BlockView> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable BlockKind kind,
            @RequestParam(required = false) @Nullable BlockAccess access,
            @RequestParam(required = false) @Nullable String licence,
            @RequestParam(required = false) @Nullable String theme,
            @Parameter(hidden = true) Optional<CurrentUser> reader,
            Paging paging) {
        return blocks.listed(new BlockFilter(q, kind, access, licence, theme), reader.isPresent(), paging)
                .map(BlockView::of);
    }

    @Operation(summary = "One brick; a hidden one is not found")
    @GetMapping("/{id}")
    BlockView read(@PathVariable String id, @Parameter(hidden = true) Optional<CurrentUser> reader) {
        UseCase useCase = writing.ofBlock(reader, id);
        return BlockView.of(useCase, useCase.block(id).orElseThrow(ProblemException::notFound));
    }
}
