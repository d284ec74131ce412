@echo off
rem Restores, builds with warnings as errors and runs all tests; see eng/test.cs.
cd /d "%~dp0"
dotnet run eng/test.cs -- %*
exit /b %ERRORLEVEL%
