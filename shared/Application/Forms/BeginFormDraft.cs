using VksServerless.Forms;
using VksServerless.People;

namespace VksServerless.Application.Forms;

/// <summary>Lập dự thảo: a new form from nothing or like another, or the next version of one.</summary>
public sealed class BeginFormDraft(IFormDrafts drafts, IForms forms, TimeProvider clock) : IUseCase
{
    private const int LongestTitle = 300;

    /// <param name="title">In Vietnamese.</param>
    /// <param name="code">As it was typed; empty: it follows from the title.</param>
    /// <param name="like">What it begins as; null: nothing.</param>
    public async Task<Outcome<FormDraft>> New(string title, string code, FormRef? like, Caller by, CancellationToken cancellation)
    {
        if (title.Length is 0 or > LongestTitle)
        {
            return FormRefusals.TitleMissing;
        }

        var all = await forms.List(cancellation);
        var model = all.FirstOrDefault(form => form.Ref == like);
        if (like is not null && model is null)
        {
            return FormRefusals.Unknown;
        }

        var kept = CodeProposal.ForForm(code.Length > 0 ? code : title);
        return kept.Length == 0 ? FormRefusals.TitleMissing
            : all.Any(form => form.Code == kept) ? FormRefusals.FormCodeTaken(kept)
            : await Save(model is null ? FormDraft.Blank(kept, title) : FormDraft.Copy(model, kept, title), by, cancellation);
    }

    /// <param name="form">The version that it begins as.</param>
    public async Task<Outcome<FormDraft>> Next(FormRef form, Caller by, CancellationToken cancellation)
    {
        var versions = (await forms.List(cancellation)).Where(other => other.Code == form.Code).ToList();
        return versions.FirstOrDefault(version => version.Ref == form) is not { } before
            ? FormRefusals.Unknown
            : await Save(FormDraft.Next(before, versions.Max(version => version.Version) + 1), by, cancellation);
    }

    private async Task<Outcome<FormDraft>> Save(FormDefinition begun, Caller by, CancellationToken cancellation)
    {
        var draft = new FormDraft(begun, by.Name, clock.GetUtcNow());
        return await drafts.Save(draft, ETag.None, cancellation) is null ? FormRefusals.DraftExists(begun.Code) : draft;
    }
}
