using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Forms;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Forms;

/// <summary>The forms that cycles can pin.</summary>
public sealed class FormEndpoints(IForms forms, PublishForm publish) : IEndpoints
{
    private const string Version = "forms/{form}/{version}";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("forms", ListForms);
        api.MapGet(Version, ReadForm);
        api.MapGet(Version + "/changes", ReadFormChanges);
        api.MapPut(Version, Publish);
    }

    [Operation("Các biểu mẫu", typeof(IReadOnlyList<FormEntryView>))]
    public async Task<IResult> ListForms(HttpRequest request, CancellationToken cancellation) =>
        Reply.Ok((await forms.List(cancellation)).Select(FormEntryView.Of).ToList());

    [Operation("Một phiên bản biểu mẫu", typeof(FormDefinition))]
    public async Task<IResult> ReadForm(HttpRequest request, string form, string version, CancellationToken cancellation) =>
        await forms.Find(NameOf(form, version), cancellation) is { } found
            ? Reply.Ok(FormDefinition.Of(found))
            : Reply.Problem(FormRefusals.Unknown);

    [Operation("Phiên bản này thay đổi gì so với phiên bản trước", typeof(FormChanges))]
    public async Task<IResult> ReadFormChanges(HttpRequest request, string form, string version, CancellationToken cancellation)
    {
        var name = NameOf(form, version);
        return await forms.Find(name, cancellation) is { } found
            ? Reply.Ok(FormChanges.Between(await forms.Find(name with { Version = name.Version - 1 }, cancellation), found))
            : Reply.Problem(FormRefusals.Unknown);
    }

    [Operation("Ban hành phiên bản kế tiếp của biểu mẫu; mọi lỗi được nêu theo từng vị trí", typeof(FormEntryView))]
    [Takes(typeof(FormDefinition))]
    public async Task<IResult> Publish(HttpRequest request, string form, string version, CancellationToken cancellation)
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
