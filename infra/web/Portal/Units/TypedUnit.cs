using Microsoft.AspNetCore.Http;
using VksServerless.Application.Units;
using VksServerless.Units;

namespace VksServerless.Web.Portal.Units;

/// <summary>A unit as typed into the page: all of a new one; of one that is there its head, addresses and last day.</summary>
public sealed record TypedUnit(
    string Code, string Name, string Level, string Superior, string Head, string Mails, string From, string To)
{
    /// <summary>By the name of the level in a directory file.</summary>
    internal static IReadOnlyList<(string Level, UnitLevel Named)> Levels { get; } =
    [
        ("district", UnitLevel.District), ("province", UnitLevel.Province), ("department", UnitLevel.Department),
        ("high-level", UnitLevel.HighLevel), ("military", UnitLevel.Military), ("press", UnitLevel.Press), ("school", UnitLevel.School),
    ];

    internal static TypedUnit Blank { get; } = new("", "", "", UnitCode.Sector.ToString(), "", "", "", "");

    internal static TypedUnit Of(Unit unit) => Of(UnitLine.Of(0, unit)) with
    {
        From = Vietnamese.Day(unit.ValidFrom),
        To = unit.ValidTo is { } last ? Vietnamese.Day(last) : "",
        Mails = string.Join('\n', unit.Mails),
    };

    /// <param name="kept">What the page does not ask stays as it is; null: the unit is new.</param>
    internal static TypedUnit Of(IFormCollection posted, Unit? kept)
    {
        var typed = new TypedUnit(
            Line("code").ToUpperInvariant(), Line("name"), Line("level"), Line("superior").ToUpperInvariant(), Line("head"),
            posted["mails"].ToString().ReplaceLineEndings("\n").Trim(), Line("from"), Line("to"));
        return kept is null ? typed : Of(kept) with { Head = typed.Head, Mails = typed.Mails, To = typed.To };

        string Line(string name) => posted[name].ToString().Trim();
    }

    internal static Outcome<KeptDirectory> CodeTaken(Unit known) => DirectoryRefusals.Invalid(new LineErrors()) with
    {
        Detail = "Có chỗ cần sửa:",
        Errors = [new FieldError("/code", "duplicate", $"Mã {known.Code} đã là của {known.Name}; chọn mã khác.")],
    };

    /// <summary>The whole directory with this unit in it.</summary>
    internal IReadOnlyList<UnitLine> In(UnitDirectory directory)
    {
        var before = directory.Units.Select((unit, index) => UnitLine.Of(index, unit)).ToList();
        var at = before.FindIndex(line => line.Code == Code);
        var line = new UnitLine(
            at < 0 ? before.Count : at, Code, Name, Level, Superior, Head, string.Join(';', Mails.Split([';', ',', '\n'], Trimmed)),
            Spelled(From), Spelled(To));
        return at < 0 ? [.. before, line] : [.. before[..at], line, .. before[(at + 1)..]];
    }

    /// <summary>Each fault of this unit at the input that it is about.</summary>
    internal Refusal Placed(Refusal refusal, UnitDirectory directory)
    {
        var index = directory.Units.Index().Where(unit => unit.Item.Code.ToString() == Code).Select(unit => unit.Index)
            .FirstOrDefault(directory.Units.Count);
        return refusal with
        {
            Errors =
            [
                .. refusal.Errors.Select(error => error.Place == $"line {index}" ? error with { Place = $"/{InputOf(error)}" } : error),
            ],
        };
    }

    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static string InputOf(FieldError error) => error.Rule switch
    {
        "code" or "duplicate" => "code",
        "name" => "name",
        "level" or "sector" => "level",
        "superior" or "superior-unknown" or "superior-level" or "superior-cycle" => "superior",
        "head" => "head",
        "mail" or "mail-count" => "mails",
        "valid_from" => "from",
        "valid_to" or "validity" => "to",
        _ => "head",
    };

    private static TypedUnit Of(UnitLine line) => new(
        line.Code, line.Name, line.Level, line.Superior, line.Head, line.Mails, line.ValidFrom, line.ValidTo);

    /// <summary>A day as a directory file has it; what is no day stays as it was typed, and is refused with it.</summary>
    internal static string Spelled(string typed) => TypedDay.TryRead(typed, out var day) ? UnitLine.Spell(day) : typed;
}
