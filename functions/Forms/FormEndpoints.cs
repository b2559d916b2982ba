using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VksServerless.Forms;
using VksServerless.Functions.Http;

namespace VksServerless.Functions.Forms;

/// <summary>The forms that cycles can pin.</summary>
public sealed class FormEndpoints(FormCatalogue forms)
{
    [Function(nameof(ListForms))]
    [Operation("Các biểu mẫu", typeof(IReadOnlyList<FormEntryView>))]
    public IResult ListForms([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "forms")] HttpRequest request) =>
        Reply.Ok(forms.Forms.Select(form => new FormEntryView(form.Code, form.Version, form.Title)).ToList());

    [Function(nameof(ReadForm))]
    [Operation("Một phiên bản biểu mẫu", typeof(Form))]
    public IResult ReadForm([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "forms/{form}/{version}")] HttpRequest request, string form, string version) =>
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && forms.Find(new FormRef(form, number)) is { } found
            ? Reply.Ok(found)
            : Reply.Problem(FormRefusals.Unknown);
}

public sealed record FormEntryView(string Code, int Version, string Title);
