using VksServerless.Forms;
using VksServerless.People;

namespace VksServerless.Application.Forms;

/// <summary>Publishes a draft as its author has read it; then there is no draft any more.</summary>
public sealed class PublishFormDraft(IFormDrafts drafts, PublishForm publish) : IUseCase
{
    public async Task<Outcome<Form>> Execute(string code, ETag read, Caller by, CancellationToken cancellation)
    {
        if (await drafts.Find(code, cancellation) is not { } draft)
        {
            return FormRefusals.DraftUnknown;
        }

        if (draft.ETag != read)
        {
            return FormRefusals.DraftStale(draft.Value);
        }

        var definition = draft.Value.Definition;
        var published = await publish.Execute(new FormRef(definition.Code, definition.Version), definition, by, cancellation);
        if (!published.Refused)
        {
            // If this fails, the draft is published once more, which changes nothing.
            await drafts.Drop(code, read, cancellation);
        }

        return published;
    }
}
