using Microsoft.AspNetCore.Http;
using VksServerless.Forms;
using VksServerless.Units;
using VksServerless.Web.Portal.Cycles;

namespace VksServerless.Web.Portal.Forms;

/// <summary>A section of a draft as it stands in the inputs of its page, without its fields.</summary>
/// <param name="Everyone">Whether every unit answers it, but for the exceptions.</param>
/// <param name="Units">A unit a line, by its code or name.</param>
public sealed record TypedSectionPart(
    string Title, string Number, string Help, bool Everyone, IReadOnlyList<string> Levels, string Units, string Except, bool Superiors)
{
    private static readonly string[] Romans =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X",
            "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"];

    /// <param name="before">How many sections there are.</param>
    public static TypedSectionPart Blank(int before) =>
        new("", before < Romans.Length ? Romans[before] : "", "", true, [], "", "", false);

    public static TypedSectionPart Of(IFormCollection posted) => new(
        TypedField.Clean(posted["title"]), TypedField.Clean(posted["number"]), TypedField.Clean(posted["help"]),
        posted["who"] != "chosen", [.. posted["level"].OfType<string>()], TypedField.Clean(posted["units"]),
        TypedField.Clean(posted["except"]), posted["superiors"] == "true");

    public static TypedSectionPart Of(FormDefinition.SectionPart section)
    {
        var audience = section.Audience?.ToAudience() ?? Audience.Everyone;
        return new TypedSectionPart(
            section.Title, section.Number, section.Help ?? "", audience is { Levels.Count: 0, Units.Count: 0 },
            [.. audience.Levels.Select(level => level.ToString())], string.Join('\n', audience.Units), string.Join('\n', audience.Except),
            audience.Superiors);
    }

    /// <returns>The section without code and fields, and what could not be read, each at its pointer within the section.</returns>
    public (FormDefinition.SectionPart Section, IReadOnlyList<FieldError> Faults) Read(UnitDirectory directory)
    {
        var faults = new List<FieldError>();
        var levels = Everyone ? [] : Levels.Select(LevelOf).OfType<UnitLevel>().Distinct().ToList();
        var units = Everyone ? [] : UnitsIn(Units, "/units", directory, faults);
        var except = UnitsIn(Except, "/except", directory, faults);
        if (!Everyone && levels.Count + units.Count == 0 && faults.Count == 0)
        {
            faults.Add(new FieldError("/who", "required", "Chọn ít nhất một cấp hoặc nêu tên ít nhất một đơn vị."));
        }

        var audience = new Audience(levels, units) { Except = except, Superiors = Superiors };
        return (
            new FormDefinition.SectionPart(
                "", Number, Title, [], Help.Length == 0 ? null : Help, FormDefinition.AudiencePart.Of(audience)), faults);
    }

    private static List<UnitCode> UnitsIn(string text, string place, UnitDirectory directory, List<FieldError> faults)
    {
        var units = new List<UnitCode>();
        foreach (var line in text.Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(2000))
        {
            if (TypedTermsReader.UnitIn(line, directory) is { } unit)
            {
                units.Add(unit);
            }
            else
            {
                faults.Add(new FieldError(
                    place, "unknown-unit", $"Không tìm thấy đơn vị \"{(line.Length > 80 ? line[..80] : line)}\" trong danh bạ."));
            }
        }

        return [.. units.Distinct()];
    }

    private static UnitLevel? LevelOf(string text) =>
        Enum.TryParse<UnitLevel>(text, out var level) && Enum.IsDefined(level) ? level : null;
}
