using System.Globalization;
using System.Text;

namespace VksServerless.Kernel;

/// <summary>How names are searched: without capitals and accents, đ as d, VKSND written out.</summary>
public static class Search
{
    private const string Short = "vksnd";
    private const string WrittenOut = "vien kiem sat nhan dan";

    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(letter));
            }
        }

        return plain.ToString().Trim().Replace(Short, WrittenOut, StringComparison.Ordinal);
    }
}
