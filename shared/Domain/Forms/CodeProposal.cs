using System.Globalization;
using System.Text;

namespace VksServerless.Forms;

/// <summary>Proposes the code of a form or of a part of it from what it is called: "Số vụ mới thụ lý" is so_vu_moi_thu_ly.</summary>
public static class CodeProposal
{
    private const int LongestPart = 40;

    /// <summary>Kebab case; empty when the title has neither letters nor digits.</summary>
    public static string ForForm(string title) => Joined(title, '-', FormRef.LongestCode);

    /// <summary>Snake case, for a section, field, rule or column.</summary>
    /// <param name="taken">The codes that it must differ from.</param>
    public static string ForPart(string label, IEnumerable<string> taken)
    {
        var others = taken.ToHashSet(StringComparer.Ordinal);
        others.UnionWith(Expressions.Expression.Reserved);
        var code = Written(label);
        var proposed = code;
        for (var number = 2; others.Contains(proposed); number++)
        {
            proposed = string.Create(CultureInfo.InvariantCulture, $"{code}_{number}");
        }

        return proposed;
    }

    /// <summary>A code that somebody typed, as codes are written, whether it is taken or not.</summary>
    public static string Written(string code)
    {
        var written = Joined(code, '_', LongestPart);
        return written.Length > 0 && char.IsAsciiLetter(written[0]) ? written : $"muc_{written}".TrimEnd('_');
    }

    /// <summary>The letters and digits without accents, what lies between them as one sign; cut at a word.</summary>
    private static string Joined(string text, char between, int most)
    {
        var joined = new StringBuilder();
        foreach (var letter in Search.Plain(text))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                joined.Append(letter);
            }
            else if (joined.Length > 0 && joined[^1] != between)
            {
                joined.Append(between);
            }
        }

        var code = joined.ToString().TrimEnd(between);
        if (code.Length <= most)
        {
            return code;
        }

        var end = code.LastIndexOf(between, most);
        return code[..(end > 0 ? end : most)];
    }
}
