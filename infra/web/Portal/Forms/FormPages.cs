using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Forms;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Cycles;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Forms;

/// <summary>The forms, for everybody at work; and how the centre begins the draft of one.</summary>
internal sealed class FormPages(IForms forms, IFormDrafts drafts, BeginFormDraft begin) : IPages
{
    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("forms", List);
        portal.MapGet("forms/{form}/{version:int}", Show);
        portal.MapGet("forms/new", New);
        portal.MapPost("forms/new", Begin);
    }

    private async Task<IResult> List(HttpRequest request, CancellationToken cancellation)
    {
        var writes = Permission.PublishesForms(request.Caller());
        return PageResult.Of<FormsPage>(new
        {
            Forms = (IReadOnlyList<IReadOnlyList<Form>>)
            [
                .. (await forms.List(cancellation)).GroupBy(form => form.Code)
                    .Select(versions => (IReadOnlyList<Form>)[.. versions.OrderByDescending(form => form.Version)])
                    .OrderBy(versions => Search.Plain(versions[0].Title), StringComparer.Ordinal),
            ],
            Drafts = (IReadOnlyList<FormDraft>)(writes ? [.. (await drafts.List(cancellation)).Select(draft => draft.Value)] : []),
            Writes = writes,
            Done = request.Query["done"].Count > 0 ? "Đã bỏ dự thảo." : "",
        });
    }

    private async Task<IResult> Show(HttpRequest request, string form, int version, CancellationToken cancellation)
    {
        var versions = (await forms.List(cancellation)).Where(other => other.Code == form).ToList();
        if (versions.FirstOrDefault(other => other.Version == version) is not { } found)
        {
            return ReportPages.Refused(FormRefusals.Unknown, FormAddress.All);
        }

        var writes = Permission.PublishesForms(request.Caller());
        return PageResult.Of<FormPage>(new
        {
            Form = found,
            Before = versions.FirstOrDefault(other => other.Version == version - 1),
            Newest = versions.Max(other => other.Version),
            Writes = writes,
            Draft = writes ? (await drafts.Find(form, cancellation))?.Value : null,
            Done = request.Query["done"].Count > 0 ? $"Đã ban hành phiên bản {version}. Kỳ báo cáo mới dùng được biểu mẫu này ngay." : "",
        });
    }

    private async Task<IResult> New(HttpRequest request, CancellationToken cancellation) =>
        !Permission.PublishesForms(request.Caller())
            ? ReportPages.Refused(AccessRefusals.NotPermitted, FormAddress.All)
            : await PageOf(request.Query["like"].Count > 0 ? "like" : "blank", "", "", request.Query["like"].ToString(), "", null,
                cancellation);

    private async Task<IResult> Begin(HttpRequest request, CancellationToken cancellation)
    {
        var me = request.Caller();
        if (!Permission.PublishesForms(me))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted, FormAddress.All);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var (how, title, code) = (posted["how"].ToString(), TypedField.Clean(posted["title"]), TypedField.Clean(posted["code"]));
        var (like, next) = (posted["like"].ToString(), posted["next"].ToString());
        var chosen = how == "next" ? RefIn(next) : how == "like" ? RefIn(like) : null;
        var begun = how is "next" or "like" && chosen is null
            ? NotChosen(how)
            : how == "next"
            ? await begin.Next(chosen!, me, cancellation)
            : await begin.New(title, code, chosen, me, cancellation);
        return begun.Refusal is { } refusal
            ? await PageOf(how, title, code, like, next, refusal, cancellation)
            : Results.LocalRedirect(FormAddress.Draft(begun.Value.Definition.Code));
    }

    private static Refusal NotChosen(string how)
    {
        const string Choose = "Chọn một biểu mẫu trong danh sách.";
        return new Refusal(RefusalKind.Invalid, "form-not-chosen", "Chưa chọn biểu mẫu", Choose)
        {
            Errors = [new FieldError($"/{how}", "required", Choose)],
        };
    }

    private async Task<IResult> PageOf(
        string how, string title, string code, string like, string next, Refusal? refusal, CancellationToken cancellation) =>
        PageResult.Of<NewFormPage>(
            new
            {
                Forms = (IReadOnlyList<Form>)
                [
                    .. (await forms.List(cancellation)).OrderBy(form => Search.Plain(form.Title), StringComparer.Ordinal)
                        .ThenByDescending(form => form.Version),
                ],
                How = how,
                TypedTitle = title,
                Code = code,
                Like = like,
                Next = next,
                Refusal = refusal,
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));

    private static FormRef? RefIn(string text) =>
        text.Split('@') is [var code, var version] && CycleListPages.NumberOf(version) is var number
            && new FormRef(code, number) is { CanBe: true } form
            ? form
            : null;
}
