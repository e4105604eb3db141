-- Ids run against the names. Two customers called Kim have two orders each and stay out; two called Roy have four and six;
-- two called Young have four each, and are two rows.
INSERT INTO customers VALUES
  (1, 'Zander'), (2, 'Young'), (3, 'Walsh'), (4, 'Varga'), (5, 'Usman'), (6, 'Tanaka'),
  (7, 'Roy'), (8, 'Roy'), (9, 'Kim'), (10, 'Kim'), (11, 'Berg'), (12, 'Amin'), (13, 'Young');
INSERT INTO orders
SELECT c * 100 + n, c, 7.50, timestamptz '2024-05-01 10:00:00+00' + n * interval '1 day'
FROM generate_series(1, 13) c, generate_series(1, 6) n
WHERE n <= CASE WHEN c IN (8, 11) THEN 6 WHEN c IN (9, 10) THEN 2 WHEN c IN (3, 5) THEN 5 ELSE 4 END;
