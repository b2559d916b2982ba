using System.Text.Json;
using System.Text.Json.Nodes;
using VksServerless.Forms;

namespace VksServerless.Application.Workbooks;

/// <summary>What a workbook says.</summary>
/// <param name="Sent">
/// <c>{ "answers": { … }, "explanations": [ … ] }</c> as <see cref="VksServerless.Reports.ReportReader"/> takes it. A
/// blank cell is null, blank rows of tables are left out. What has a fault is not in it.
/// </param>
/// <param name="Faults">Cells that could not be read.</param>
/// <param name="Places">Where each JSON pointer into <paramref name="Sent"/> stands, also that of blank cells.</param>
/// <param name="Omitted">
/// Fields that a workbook does not carry: files, and texts too long for a cell. Their answers stay as they were.
/// </param>
public sealed record WorkbookContent(
    JsonObject Sent,
    IReadOnlyList<WorkbookFault> Faults,
    IReadOnlyDictionary<string, WorkbookPlace> Places,
    IReadOnlyList<FieldCode> Omitted)
{
    public JsonElement ToElement() => JsonSerializer.SerializeToElement(Sent);

    /// <summary>The cell of a pointer, or of the nearest part around it.</summary>
    /// <returns>Null when nothing of it stands in the workbook.</returns>
    public WorkbookPlace? PlaceOf(string pointer)
    {
        for (var end = pointer.Length; end > 0; end = pointer.LastIndexOf('/', end - 1))
        {
            if (Places.TryGetValue(pointer[..end], out var place))
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>Errors that the check of the report found, each at its cell.</summary>
    public IEnumerable<WorkbookFault> Locate(IEnumerable<FieldError> errors) =>
        errors.Select(error => new WorkbookFault(PlaceOf(error.Place), error.Place, error.Rule, error.Message));
}
