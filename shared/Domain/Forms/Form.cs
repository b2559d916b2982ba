using System.Text.Json.Serialization;
using VksServerless.Units;

namespace VksServerless.Forms;

/// <summary>
/// Đề cương, biểu mẫu: what units are asked. Declarative, one JSON file a version under <c>shared/Forms/catalogue</c>.
/// A version never changes once a cycle has pinned it.
/// </summary>
/// <param name="Code">Kebab case, e.g. ung-dung-cntt-10-nam.</param>
/// <param name="Version">From 1.</param>
/// <param name="Title">In Vietnamese.</param>
public sealed record Form(string Code, int Version, string Title, IReadOnlyList<Section> Sections)
{
    /// <summary>What this version changed against the one before, in Vietnamese; empty for the first.</summary>
    public string Changes { get; init; } = "";

    /// <summary>Whether a unit may answer that nothing happened (báo cáo không phát sinh).</summary>
    public bool NilReturn { get; init; }

    /// <summary>Whether every report goes up only when the unit's head has signed it.</summary>
    public bool SignOff { get; init; }

    /// <summary>Whether what a software hands in goes up without the head's signature.</summary>
    public bool SoftwareUnsigned { get; init; }

    public IReadOnlyList<Rule> Rules { get; init; } = [];

    public FormRef Ref => new(Code, Version);

    /// <summary>Đề cương: it demands several reports in words. Biểu mẫu: it asks for figures, with words at most beside them.</summary>
    [JsonIgnore]
    public bool IsOutline => Fields.Count(asked => asked is { Required: true, Type: FieldType.Narrative }) > 1;

    public IEnumerable<Field> Fields => Sections.SelectMany(section => section.Fields);

    public Field? Find(FieldCode code) => Fields.FirstOrDefault(field => field.Code == code);

    /// <summary>The sections that this unit answers.</summary>
    /// <param name="superior">Whether units report to it in this cycle.</param>
    public IEnumerable<Section> For(UnitCode unit, UnitLevel level, bool superior) =>
        Sections.Where(section => section.Audience.Includes(unit, level, superior));
}

/// <summary>One version of a form.</summary>
public sealed record FormRef(string Code, int Version)
{
    public const int LongestCode = 60;
    public const int LastVersion = 999;

    /// <summary>Whether a form could have this name: requests may contain any text.</summary>
    [JsonIgnore]
    public bool CanBe => Code.Length is > 0 and <= LongestCode && Version is > 0 and <= LastVersion
        && Code.All(letter => letter is '-' or (>= 'a' and <= 'z') or (>= '0' and <= '9'));

    public override string ToString() => $"{Code}@{Version}";
}

/// <summary>Phần, mục: a headed part of a form.</summary>
/// <param name="Code">Unique within the form.</param>
/// <param name="Number">As printed, e.g. I, II.1.</param>
/// <param name="Help">Shown to those who fill it in; may be empty.</param>
public sealed record Section(string Code, string Number, string Title, string Help, Audience Audience, IReadOnlyList<Field> Fields);

/// <summary>Which units answer a section: everyone, or those of the named levels and the named units together.</summary>
public sealed record Audience(IReadOnlyList<UnitLevel> Levels, IReadOnlyList<UnitCode> Units)
{
    public static Audience Everyone { get; } = new([], []);

    /// <summary>Units that do not answer it, even if their level does: they answer only their own part.</summary>
    public IReadOnlyList<UnitCode> Except { get; init; } = [];

    /// <summary>Whether only those answer it to whom units report in the cycle: of nobody below there is nothing to say.</summary>
    public bool Superiors { get; init; }

    public bool IsEveryone => Levels.Count == 0 && Units.Count == 0 && Except.Count == 0 && !Superiors;

    /// <param name="superior">Whether units report to it in this cycle.</param>
    public bool Includes(UnitCode unit, UnitLevel level, bool superior) =>
        !Except.Contains(unit) && (superior || !Superiors)
        && ((Levels.Count == 0 && Units.Count == 0) || Levels.Contains(level) || Units.Contains(unit));
}
