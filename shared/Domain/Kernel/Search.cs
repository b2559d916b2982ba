using System.Globalization;
using System.Text;

namespace VksServerless.Kernel;

/// <summary>How names are searched: without capitals and accents, đ as d.</summary>
public static class Search
{
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

        return plain.ToString().Trim();
    }
}
