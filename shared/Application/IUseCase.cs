namespace VksServerless.Application;

/// <summary>Marks a class that does one thing for the endpoints, triggers and jobs, so that it is registered.</summary>
public interface IUseCase;
