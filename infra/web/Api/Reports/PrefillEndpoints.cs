using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Reports;

/// <summary>What a report takes over from the preceding period, and how a version compares with it.</summary>
public sealed class PrefillEndpoints(ReportAccess access, ReportBackground background, ReportCheck desk, IReports reports) : IEndpoints
{
    private const string Report = "cycles/{cycle}/reports/{unit}";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(Report + "/prefill", ReadPrefill);
        api.MapGet(Report + "/versions/{version}/review", ReviewVersion);
    }

    [Operation("Số liệu kỳ trước để điền sẵn (rỗng khi không có kỳ trước)", typeof(PrefillView))]
    public async Task<IResult> ReadPrefill(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var open = await access.Write(request.Caller(), cycle, unit, cancellation);
        if (open.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var report = open.Value;
        return await background.Previous(report, cancellation) is { } earlier
            ? Reply.Ok(PrefillView.Of(earlier.Cycle, Prefill.Of(report.Form, report.Asked, earlier.Form, earlier.Answers), earlier.Units))
            : Reply.Ok(PrefillView.Of(null, Answers.None, []));
    }

    [Operation("Đối chiếu một bản báo cáo với kỳ trước: số liệu không đổi, giải trình", typeof(ReviewView))]
    public async Task<IResult> ReviewVersion(
        HttpRequest request,
        string cycle, string unit, string version, CancellationToken cancellation)
    {
        var open = await access.Read(request.Caller(), cycle, unit, cancellation);
        if (open.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (report, of) = (open.Value, open.Value.Obligation);
        _ = int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted);
        if ((await reports.Versions(of.Cycle, of.Unit, cancellation)).FirstOrDefault(handed => handed.Number == wanted) is not { } found)
        {
            return Reply.Problem(ReportRefusals.VersionUnknown(wanted));
        }

        var content = ReportJson.Read(report.Form, await reports.ReadContent(of.Cycle, of.Unit, found.Sha256, cancellation));
        var earlier = await background.Previous(report, cancellation);
        return Reply.Ok(new ReviewView(
            earlier?.Cycle,
            earlier is null ? [] : Prefill.Unchanged(report.Form, content.Answers, earlier.Answers),
            [.. content.Explanations.Select(given => ExplainedView.Of(given, report.Form))],
            content.Nil,
            await desk.AskAgain(report, content, cancellation),
            await desk.Returned(report, cancellation) is var (reopened, returned) && reopened.Version < found.Number
                ? ChangesView.Of(reopened.Version, report.Form, returned, content)
                : null));
    }
}

/// <param name="From">The cycle that the answers come from; null: there is none.</param>
/// <param name="Units">Whose answers they are: the unit's own, or of those for whom it stands.</param>
public sealed record PrefillView(CycleId? From, JsonElement Answers, IReadOnlyList<UnitCode> Units)
{
    public static PrefillView Of(CycleId? from, Answers answers, IReadOnlyList<UnitCode> units)
    {
        using var written = JsonDocument.Parse(ReportJson.Write(new ReportContent(answers, [])));
        return new PrefillView(from, written.RootElement.GetProperty("answers").Clone(), units);
    }
}

/// <param name="Against">The cycle that it is held against; null: there is none, or the unit has no accepted report in it.</param>
/// <param name="Unchanged">Codes of the figures that are what they were.</param>
/// <param name="Nil">Báo cáo không phát sinh.</param>
/// <param name="Rules">What the form's rules say of it by what it is compared with now.</param>
/// <param name="Since">What changed since the returned version; null: none was returned before this one.</param>
public sealed record ReviewView(
    CycleId? Against, IReadOnlyList<FieldCode> Unchanged, IReadOnlyList<ExplainedView> Explanations, bool Nil, Recheck Rules,
    ChangesView? Since = null);

/// <param name="Version">The version that was returned.</param>
/// <param name="Fields">What is answered otherwise, calculated figures too.</param>
/// <param name="Adjustments">Codes of the fields whose sums are adjusted otherwise.</param>
public sealed record ChangesView(int Version, IReadOnlyList<ChangedView> Fields, IReadOnlyList<FieldCode> Adjustments)
{
    public static ChangesView Of(int version, Form form, ReportContent before, ReportContent now)
    {
        var difference = ReportDifference.Between(form, before, now);
        using var then = JsonDocument.Parse(ReportJson.Write(before));
        using var written = JsonDocument.Parse(ReportJson.Write(now));
        return new ChangesView(
            version,
            [.. difference.Fields.Select(code => new ChangedView(
                code, form.Find(code)!.Label, ValueOf(then, code), ValueOf(written, code)))],
            difference.Adjustments);
    }

    private static JsonElement? ValueOf(JsonDocument written, FieldCode code) =>
        written.RootElement.GetProperty("answers").TryGetProperty(code.ToString(), out var value) ? value.Clone() : null;
}

/// <param name="Before">Null: it was blank.</param>
/// <param name="Now">Null: it is blank.</param>
public sealed record ChangedView(FieldCode Field, string Label, JsonElement? Before, JsonElement? Now);

/// <param name="Message">What was unusual.</param>
/// <param name="Values">The values that are explained.</param>
public sealed record ExplainedView(string Rule, string Message, string Values, string Text)
{
    public static ExplainedView Of(Explanation given, VksServerless.Forms.Form form) =>
        new(given.Rule, form.Rules.FirstOrDefault(rule => rule.Code == given.Rule)?.Message ?? "", given.Of, given.Text);
}
