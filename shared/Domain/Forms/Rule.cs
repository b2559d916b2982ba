namespace VksServerless.Forms;

/// <summary>What must hold of a report, or be explained where it does not.</summary>
/// <param name="Code">Snake case, unique within the form; explanations are kept under it.</param>
/// <param name="Holds">An expression that is true or false. The rule is broken when it is false, not while it is unknown.</param>
/// <param name="Message">In Vietnamese: what is wrong and what to look at.</param>
/// <param name="Fields">What it speaks of: where the fault is shown, and whose values an explanation explains.</param>
public sealed record Rule(string Code, Severity Severity, string Holds, string Message, IReadOnlyList<FieldCode> Fields);

public enum Severity
{
    /// <summary>Must be corrected before the report can be submitted.</summary>
    Error,

    /// <summary>Unusual: must be explained before the report can be submitted.</summary>
    Query,
}
