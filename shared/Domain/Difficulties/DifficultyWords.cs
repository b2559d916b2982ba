using System.Text;
using System.Text.Json;
using VksServerless.Reports;

namespace VksServerless.Difficulties;

/// <summary>What is said of a difficulty when it is raised, checked as the words of a report are.</summary>
public sealed record DifficultyWords
{
    /// <summary>Characters.</summary>
    public const int LongestTitle = 300;

    /// <summary>Characters, of the text and of the guidance.</summary>
    public const int LongestText = 10_000;

    private DifficultyWords(DifficultyArea area, string title, string text) => (Area, Title, Text) = (area, title, text);

    public DifficultyArea Area { get; }

    /// <summary>One line that says something.</summary>
    public string Title { get; }

    /// <summary>May be empty.</summary>
    public string Text { get; }

    public static Outcome<DifficultyWords> Check(DifficultyArea area, string? title, string? text)
    {
        var faults = new Faults();
        var (line, words) = (Read(faults, title, LongestTitle, "/title"), Read(faults, text, LongestText, "/text"));
        if (line is not null && !(SaysSomething(line) && PlainText.IsOneLine(line, LongestTitle)))
        {
            faults.Add("/title", "title", $"Nêu khó khăn, vướng mắc bằng một dòng từ 1 đến {LongestTitle} ký tự.");
        }

        return faults.All.Count > 0 ? DifficultyRefusals.Invalid(faults.All) : new DifficultyWords(area, line!, words!);
    }

    /// <summary>What stood in a report has been checked there: it is only cut to what a difficulty holds.</summary>
    public static DifficultyWords OfReport(DifficultyArea area, string title, string text) =>
        new(
            area, Cut(string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), LongestTitle),
            Cut(text.Trim(), LongestText));

    public static Outcome<string> CheckGuidance(string? guidance)
    {
        var faults = new Faults();
        var words = Read(faults, guidance, LongestText, "/guidance");
        if (words is not null && !SaysSomething(words))
        {
            faults.Add("/guidance", "required", "Nội dung hướng dẫn không được để trống.");
        }

        return faults.All.Count > 0 ? DifficultyRefusals.Invalid(faults.All) : words!;
    }

    private static string? Read(Faults faults, string? text, int most, string place) =>
        new WordsReader(faults).Read(JsonSerializer.SerializeToElement(text ?? "", DomainJson.Options), most, place);

    private static bool SaysSomething(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    /// <summary>Whole characters, with a mark that something is missing.</summary>
    private static string Cut(string text, int most) =>
        text.Length <= most ? text : $"{text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)]}…";
}
