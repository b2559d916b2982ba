namespace VksServerless.Workbooks.Packages;

/// <summary>Ends the reading of a file from deep within; becomes its refusal at the port and never leaves the project.</summary>
internal sealed class UnreadableWorkbookException(Refusal refusal) : Exception(refusal.Type)
{
    public Refusal Refusal { get; } = refusal;
}
