using System.Text.Json;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Reports;

/// <summary>Tính thử: what a report with these answers would come to. Nothing is kept, and nothing is compared with other units.</summary>
/// <param name="Form">What was tried: the sections that were asked.</param>
/// <param name="Wrong">Answers that no report could have, each at its place.</param>
public sealed record ReportTrial(Form Form, CheckedReport Report, IReadOnlyList<FieldError> Wrong)
{
    private static readonly (UnitCode, UnitLevel) Anybody = (UnitCode.Of("THU"), UnitLevel.Department);

    /// <param name="form">Its expressions were checked.</param>
    /// <param name="asUnit">Which unit answers, its level and whether units report to it; null: one that is asked everything.</param>
    /// <param name="sent">As <see cref="ReportReader"/> takes it.</param>
    /// <param name="previous">What is assumed of the preceding period.</param>
    public static ReportTrial Of(
        Form form, (UnitCode Unit, UnitLevel Level, bool Superior)? asUnit, JsonElement sent, Answers previous)
    {
        var (unit, level) = asUnit is { } named ? (named.Unit, named.Level) : Anybody;
        var asked = asUnit is not null
            ? form
            : form with { Sections = [.. form.Sections.Select(section => section with { Audience = Audience.Everyone })] };
        var reader = new ReportReader(asked, unit, level, asUnit?.Superior ?? true);
        var read = reader.Read(sent);
        var content = read.Refused ? new ReportContent(reader.Readable, []) : read.Value;
        var report = CheckedReport.Of(asked, reader, content, Background.None with { Previous = previous }, []);
        return new ReportTrial(
            asked with { Sections = [.. asked.For(unit, level, asUnit?.Superior ?? true)] }, report, read.Refusal?.Errors ?? []);
    }
}
