namespace VksServerless.Demo;

/// <summary>
/// What each sequence of random numbers is for (<see cref="DemoUnit.Chances"/>). The words are part of the seed: another word makes up
/// other figures.
/// </summary>
internal static class Seeds
{
    public const string Answers = "answers";
    public const string Mistake = "slip";
    public const string Adjustments = "adjustments";
    public const string Nil = "nil";
    public const string Steps = "scenes";
    public const string Writer = "submits";
}
