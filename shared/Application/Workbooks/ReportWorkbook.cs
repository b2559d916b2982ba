using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;

namespace VksServerless.Application.Workbooks;

/// <summary>What a workbook is written from.</summary>
/// <param name="Form">The version that the identity names.</param>
/// <param name="Sections">Those that the unit is asked, see <see cref="Form.For"/>.</param>
/// <param name="Unit">The unit's name in Vietnamese.</param>
/// <param name="Cycle">The cycle's title in Vietnamese.</param>
/// <param name="Deadline">In Vietnamese, e.g. 16:00 ngày 20/07/2026.</param>
/// <param name="Answers">What the draft says so far; derived figures in it are calculated again.</param>
public sealed record ReportWorkbook(
    WorkbookIdentity Identity, Form Form, IReadOnlyList<Section> Sections, string Unit, string Cycle, string Deadline, Answers Answers)
{
    /// <summary>The unit's answers of the preceding period; null: there are none.</summary>
    public Answers? Previous { get; init; }

    public IReadOnlyList<Explanation> Explanations { get; init; } = [];

    /// <summary>What has been found unusual so far, explained or not.</summary>
    public IReadOnlyList<RaisedQuery> Queries { get; init; } = [];

    /// <summary>The fields that may be changed; null: all. After a return that names fields, the others are locked.</summary>
    public IReadOnlySet<FieldCode>? Editable { get; init; }
}
