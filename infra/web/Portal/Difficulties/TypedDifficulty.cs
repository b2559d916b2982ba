using Microsoft.AspNetCore.Http;
using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Forms;

namespace VksServerless.Web.Portal.Difficulties;

/// <summary>A difficulty as typed into the page where a unit raises it.</summary>
/// <param name="Unit">For which the page was made.</param>
public sealed record TypedDifficulty(string Key, string Area, string Title, string Text, string Cycle, string Field, string Unit)
{
    private const int LongestField = 100;

    public static TypedDifficulty Blank { get; } = new("", "", "", "", "", "", "");

    public static TypedDifficulty Of(IFormCollection posted) => new(
        posted["key"].ToString(), posted["area"].ToString(), posted["title"].ToString(), posted["text"].ToString(),
        posted["cycle"].ToString(), posted["field"].ToString(), posted["unit"].ToString());

    /// <summary>The place in the report that it is about; null: none was chosen.</summary>
    public DifficultySource? Source => CycleId.TryParse(Cycle, out var cycle) && Field.Length is > 0 and <= LongestField
        ? new DifficultySource(cycle, FieldCode.Of(Field))
        : null;

    /// <summary>All that is wrong at once.</summary>
    public Outcome<DifficultyWords> Read()
    {
        var known = Enum.TryParse<DifficultyArea>(Area, out var area) && Enum.IsDefined(area);
        var words = DifficultyWords.Check(area, Title, Text.ReplaceLineEndings("\n").Trim());
        return known ? words : DifficultyRefusals.Invalid(
        [
            new FieldError("/area", "required", "Chọn một lĩnh vực."), .. words.Refusal?.Errors ?? [],
        ]);
    }
}
