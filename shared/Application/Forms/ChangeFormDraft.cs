using System.Text.Json;
using VksServerless.Forms;
using VksServerless.People;

namespace VksServerless.Application.Forms;

/// <summary>Changes a draft as its author has read it; refused when somebody else has changed it since.</summary>
public sealed class ChangeFormDraft(IFormDrafts drafts, IForms forms, TimeProvider clock) : IUseCase
{
    public async Task<Outcome<Versioned<FormDraft>>> Execute(
        string code, ETag read, Func<FormDefinition, Outcome<FormDefinition>> change, Caller by, CancellationToken cancellation)
    {
        if (await drafts.Find(code, cancellation) is not { } now)
        {
            return FormRefusals.DraftUnknown;
        }

        if (now.ETag != read)
        {
            return FormRefusals.DraftStale(now.Value);
        }

        var changed = change(now.Value.Definition);
        if (changed.Refusal is { } refusal)
        {
            return refusal;
        }

        if (JsonSerializer.SerializeToUtf8Bytes(changed.Value, DomainJson.Options).Length > PublishForm.LargestKilobytes * 1024)
        {
            return FormRefusals.TooLarge(PublishForm.LargestKilobytes);
        }

        var next = new FormDraft(changed.Value, by.Name, clock.GetUtcNow());
        return await drafts.Save(next, read, cancellation) is { } etag
            ? new Versioned<FormDraft>(next, etag)
            : await Stale(code, cancellation);
    }

    /// <summary>Makes it the version after the last that is published, whichever that is by now.</summary>
    public async Task<Outcome<Versioned<FormDraft>>> Renumber(string code, ETag read, Caller by, CancellationToken cancellation)
    {
        var last = (await forms.List(cancellation)).Where(form => form.Code == code).Select(form => form.Version).DefaultIfEmpty(0).Max();
        return await Execute(code, read, draft => draft with { Version = last + 1 }, by, cancellation);
    }

    public async Task<Refusal?> Drop(string code, ETag read, CancellationToken cancellation) =>
        await drafts.Find(code, cancellation) is null ? FormRefusals.DraftUnknown
        : await drafts.Drop(code, read, cancellation) ? null
        : await Stale(code, cancellation);

    private async Task<Refusal> Stale(string code, CancellationToken cancellation) =>
        await drafts.Find(code, cancellation) is { } now ? FormRefusals.DraftStale(now.Value) : FormRefusals.DraftUnknown;
}
