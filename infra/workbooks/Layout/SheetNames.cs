using System.Globalization;

namespace VksServerless.Workbooks.Layout;

/// <summary>Gives sheets names that Excel takes: 1 to 31 characters, none of []:*?/\, no apostrophe at an end, all different.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public string Take(string wanted)
    {
        var name = Legal(wanted);
        var taken = name;
        for (var number = 2; !_taken.Add(taken); number++)
        {
            var end = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            taken = Cut(name, Longest - end.Length) + end;
        }

        return taken;
    }

    /// <summary>A sheet as a formula names it.</summary>
    public static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Legal(string wanted)
    {
        var letters = wanted.Select(
            letter => letter is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(letter) ? ' ' : letter);
        var name = Cut(string.Concat(letters).Trim('\'', ' '), Longest).TrimEnd('\'');
        return name.Length == 0 ? "Trang" : name;
    }

    private static string Cut(string text, int most) => text.Length <= most ? text
        : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)].TrimEnd();
}
