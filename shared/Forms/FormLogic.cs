namespace VksServerless.Forms;

/// <summary>The expressions of a form: its derived indicators and rules.</summary>
public sealed class FormLogic
{
    internal static IReadOnlyList<FieldError> Check(Form form) => [];
}
