using System.Globalization;

namespace VksServerless.Forms;

/// <summary>Rules of a draft.</summary>
public static partial class FormEditing
{
    public static Rule? FindRule(this FormDefinition form, string code) => form.Rules?.FirstOrDefault(rule => rule.Code == code);

    /// <summary>At the end, under the next free number.</summary>
    public static Outcome<FormDefinition> AddRule(this FormDefinition form, Rule rule)
    {
        var number = (form.Rules?.Count ?? 0) + 1;
        while (form.FindRule(CodeOf(number)) is not null)
        {
            number++;
        }

        return form with { Rules = [.. form.Rules ?? [], rule with { Code = CodeOf(number) }] };

        static string CodeOf(int number) => string.Create(CultureInfo.InvariantCulture, $"quy_tac_{number}");
    }

    /// <summary>Its code stays: explanations are kept under it.</summary>
    public static Outcome<FormDefinition> ChangeRule(this FormDefinition form, string code, Rule to) => form.FindRule(code) is null
        ? FormRefusals.PartUnknown
        : form with { Rules = [.. form.Rules!.Select(rule => rule.Code == code ? to with { Code = code } : rule)] };

    public static Outcome<FormDefinition> RemoveRule(this FormDefinition form, string code) => form.FindRule(code) is null
        ? FormRefusals.PartUnknown
        : form with { Rules = [.. form.Rules!.Where(rule => rule.Code != code)] };

    public static Outcome<FormDefinition> MoveRule(this FormDefinition form, string code, int by) => form.FindRule(code) is not { } rule
        ? FormRefusals.PartUnknown
        : form with { Rules = Moved(form.Rules!, rule, by) };
}
