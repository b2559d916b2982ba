using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VksServerless.Access;
using VksServerless.Forms;
using VksServerless.Functions.Access;
using VksServerless.Functions.Http;

namespace VksServerless.Functions.Forms;

/// <summary>The forms that cycles can pin.</summary>
public sealed class FormEndpoints(IForms forms, PublishForm publish)
{
    private const string Version = "forms/{form}/{version}";

    [Function(nameof(ListForms))]
    [Operation("Các biểu mẫu", typeof(IReadOnlyList<FormEntryView>))]
    public async Task<IResult> ListForms([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "forms")] HttpRequest request, CancellationToken cancellation) =>
        Reply.Ok((await forms.List(cancellation)).Select(FormEntryView.Of).ToList());

    [Function(nameof(ReadForm))]
    [Operation("Một phiên bản biểu mẫu", typeof(FormDefinition))]
    public async Task<IResult> ReadForm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Version)] HttpRequest request, string form, string version, CancellationToken cancellation) =>
        await forms.Find(NameOf(form, version), cancellation) is { } found ? Reply.Ok(FormDefinition.Of(found)) : Reply.Problem(FormRefusals.Unknown);

    [Function(nameof(ReadFormChanges))]
    [Operation("Phiên bản này thay đổi gì so với phiên bản trước", typeof(FormChanges))]
    public async Task<IResult> ReadFormChanges(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Version + "/changes")] HttpRequest request, string form, string version, CancellationToken cancellation)
    {
        var name = NameOf(form, version);
        return await forms.Find(name, cancellation) is { } found
            ? Reply.Ok(FormChanges.Between(await forms.Find(name with { Version = name.Version - 1 }, cancellation), found))
            : Reply.Problem(FormRefusals.Unknown);
    }

    [Function(nameof(PublishForm))]
    [Operation("Ban hành phiên bản kế tiếp của biểu mẫu; mọi lỗi được nêu theo từng vị trí", typeof(FormEntryView), Takes = typeof(FormDefinition))]
    public async Task<IResult> Publish(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Version)] HttpRequest request, string form, string version, CancellationToken cancellation)
    {
        var caller = request.Caller();
        if (!Permission.PublishesForms(caller))
        {
            return Reply.Problem(AccessRefusals.NotPermitted);
        }

        var file = await RequestBody.Read<FormDefinition>(request, cancellation);
        if (file.Refusal is { } unreadable)
        {
            return Reply.Problem(unreadable);
        }

        var published = await publish.Execute(NameOf(form, version), file.Value, caller, cancellation);
        return published.ToReply(made => Reply.Created($"/api/forms/{made.Code}/{made.Version}", FormEntryView.Of(made)));
    }

    private static FormRef NameOf(string form, string version) =>
        new(form, int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
}

public sealed record FormEntryView(string Code, int Version, string Title, string Changes)
{
    public static FormEntryView Of(Form form) => new(form.Code, form.Version, form.Title, form.Changes);
}
