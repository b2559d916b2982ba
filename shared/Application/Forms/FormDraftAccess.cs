using VksServerless.Access;
using VksServerless.Forms;
using VksServerless.People;

namespace VksServerless.Application.Forms;

/// <summary>Opens the draft of a form that is named, for those who write forms.</summary>
public sealed class FormDraftAccess(IFormDrafts drafts) : IUseCase
{
    public async Task<Outcome<Versioned<FormDraft>>> Open(Caller caller, string code, CancellationToken cancellation) =>
        !Permission.PublishesForms(caller) ? AccessRefusals.NotPermitted
        : await drafts.Find(code, cancellation) is { } found ? found
        : FormRefusals.DraftUnknown;
}
